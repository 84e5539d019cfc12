// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.HeatScale;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.view.look.Look;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every colour of code stays readable over every shade of the glow. */
class ContrastTest {
  private static final double READABLE = 4.5;
  private static final Pattern COLOUR = Pattern.compile("-code-(\\w+): #([0-9a-f]{6});");

  @Test
  void code_over_glow_keeps_its_contrast() throws IOException {
    String css;
    try (InputStream in = Look.class.getResourceAsStream("afterglow.css")) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int dark = css.indexOf(".afterglow:dark");
    check(Theme.LIGHT, css.substring(0, dark));
    check(Theme.DARK, css.substring(dark));
  }

  private static void check(Theme theme, String css) {
    Map<String, Integer> colours = new LinkedHashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    assertEquals(7, colours.size(), "a colour for each kind of token");
    for (int glow : HeatScale.glowStops(theme, 65)) {
      colours.forEach(
          (kind, colour) -> {
            double contrast = HeatScale.contrast(colour, glow);
            assertTrue(
                contrast >= READABLE,
                () -> theme + " " + kind + " over " + HeatScale.css(glow) + ": " + contrast);
          });
    }
  }
}
