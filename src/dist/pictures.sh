#!/usr/bin/env bash
# Makes the documents' pictures from the real window, light and dark: src/docs/NAME-THEME.png.
# Needs xvfb, xdotool and imagemagick. With names, makes only those. On a busy machine, AFTERGLOW_PICTURE_AFTER=9.
set -euo pipefail
cd "$(dirname "$0")/../.."

number=77
Xvfb :$number -screen 0 1280x720x24 -noreset -nolisten tcp >/dev/null 2>&1 &
server=$!
config=$(mktemp -d)
trap 'kill $server 2>/dev/null; rm -rf "$config"' EXIT
export DISPLAY=:$number XDG_CONFIG_HOME=$config

click() { xdotool mousemove "$1" "$2" sleep 0.3 click "${3:-1}" sleep 0.7; }
keys() { for key in "$@"; do xdotool key "$key" sleep 0.4; done; }
aside() { xdotool mousemove 640 540 sleep "${1:-0.3}"; }

# Runs to a line (of which the place on the screen is given), the first line of its menu.
run_to() { click 600 "$1" 3; click 680 $(($1 + 20)); aside "$2"; }

# Picture by picture: what is started, and what is done before it is taken.
window() { start --speed 40 examples/Fibonacci.java; aside 3.5; }
pace() { start examples/Fibonacci.java; aside; keys F11 F11 F11 F11; }
loops() { start examples/NestedLoops.java; run_to 298 5; keys F11; run_to 298 6; }
exception() { start --speed max examples/Average.java; aside 2; }
story() { start --speed max examples/TreeWalk.java; aside 2; click 1020 64; aside; }
tree() { start --paused --speed 100 examples/Fibonacci.java; until_six; aside; keys $(printf 'F11 %.0s' {1..36}); aside; }
remembered() { start --paused --speed 100 examples/Fibonacci.java; until_six; keys F10; aside 2; click 1192 368; aside; }
rounds() { start --speed max examples/BubbleSort.java; aside 2; click 300 398; click 930 246; aside; }
all=(window pace loops rounds exception story tree remembered)

# Fibonacci stops when it asks for fib(6).
until_six() { click 600 238 3; click 680 287; keys ctrl+a 7 Return; sleep 6; }

start() {
  ./afterglow "$@" >/dev/null 2>&1 &
  window=$!
  until xdotool search --onlyvisible --name '– Afterglow' >/dev/null 2>&1; do sleep 0.3; done
  sleep "${AFTERGLOW_PICTURE_AFTER:-3}"
}

for name in "${@:-${all[@]}}"; do
  for theme in light dark; do
    mkdir -p "$config/afterglow"
    printf 'theme=%s\nwindow.width=1280\nwindow.height=720\n' "$theme" >"$config/afterglow/settings.properties"
    "$name"
    # Few colours make a picture small; the window has few.
    import -window root -depth 8 -colors 200 +dither -define png:compression-level=9 "PNG8:src/docs/$name-$theme.png"
    kill $window 2>/dev/null || true
    wait $window 2>/dev/null || true
    while xdotool search --name '– Afterglow' >/dev/null 2>&1; do sleep 0.2; done
  done
done
