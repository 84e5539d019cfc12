#!/usr/bin/env bash
# Makes the README's pictures from the real window: src/docs/window-light.png and window-dark.png.
# Needs xvfb and imagemagick.
set -euo pipefail
cd "$(dirname "$0")/../.."

number=77
Xvfb :$number -screen 0 1280x720x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
config=$(mktemp -d)
trap 'kill $server 2>/dev/null; rm -rf "$config"' EXIT
export DISPLAY=:$number XDG_CONFIG_HOME=$config

for theme in light dark; do
  mkdir -p "$config/afterglow"
  printf 'theme=%s\nwindow.width=1280\nwindow.height=720\n' "$theme" >"$config/afterglow/settings.properties"
  ./afterglow examples/Fibonacci.java &
  window=$!
  # Long enough for the window, the first counts and a look at the stack.
  sleep "${AFTERGLOW_PICTURE_AFTER:-2.4}"
  import -window root "src/docs/window-$theme.png"
  kill $window 2>/dev/null || true
  wait $window 2>/dev/null || true
done
