// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.afterglow.session.HeatScale;
import dev.afterglow.session.HeatScale.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.scene.text.TextFlow;

/**
 * How the window looks: light or dark, and how large. One size rules every pane, as all lengths in
 * the style sheet follow the font's.
 */
public final class Look {
  /** The font of code, counts and console. */
  public static final String MONO = "JetBrains Mono";

  /** The size that a new user sees, in pixels. */
  public static final double DEFAULT_SIZE = 13;

  /** The smallest size. */
  public static final double MIN_SIZE = 8;

  /** The largest size. */
  public static final double MAX_SIZE = 40;

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final int STOPS = 5;
  private static final List<String> FONTS =
      List.of(
          "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Bold.ttf");
  private static boolean fontsLoaded;

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final DoubleProperty size = new SimpleDoubleProperty(DEFAULT_SIZE);

  public Look(Theme theme, double size) {
    this.theme.set(theme);
    setSize(size);
    // Before the first control: it would load JavaFX's own style sheet, which is then thrown away.
    useSheet();
    loadFonts();
  }

  /** Light or dark. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Light or dark. */
  public Theme theme() {
    return theme.get();
  }

  /** Changes from light to dark or back. */
  public void toggleTheme() {
    theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
  }

  /** The font size in pixels. */
  public DoubleProperty sizeProperty() {
    return size;
  }

  /** The font size in pixels. */
  public double size() {
    return size.get();
  }

  /** The height of a line of code: whole pixels, or shades of neighbours would show a seam. */
  public static double rowHeight(double size) {
    return Math.rint(size * 1.55);
  }

  private static double textHeight(double size) {
    Text text = new Text("X");
    text.setFont(Font.font(MONO, size));
    text.setBoundsType(TextBoundsType.LOGICAL);
    return new TextFlow(text).prefHeight(-1);
  }

  /** Makes everything larger by some steps, or smaller by negative ones; 0 is the default size. */
  public void zoom(int steps) {
    setSize(steps == 0 ? DEFAULT_SIZE : size.get() + steps);
  }

  /** Gives a scene this look and keeps it up to date. */
  public void dress(Scene scene) {
    scene.getStylesheets().setAll(Look.class.getResource("afterglow.css").toExternalForm(), "");
    apply(scene);
    theme.addListener((property, before, now) -> apply(scene));
    size.addListener((property, before, now) -> apply(scene));
  }

  private void setSize(double wanted) {
    size.set(Math.min(MAX_SIZE, Math.max(MIN_SIZE, wanted)));
  }

  private void apply(Scene scene) {
    useSheet();
    scene.getRoot().pseudoClassStateChanged(DARK, theme.get() == Theme.DARK);
    byte[] css = variables().getBytes(StandardCharsets.UTF_8);
    scene
        .getStylesheets()
        .set(1, "data:text/css;base64," + Base64.getEncoder().encodeToString(css));
  }

  private void useSheet() {
    String sheet =
        theme.get() == Theme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
  }

  /** What depends on size and theme; the heat scale comes from the one place that has it. */
  private String variables() {
    StringBuilder css = new StringBuilder(512);
    css.append(String.format(Locale.ROOT, ".afterglow { -fx-font-size: %.1fpx;", size.get()));
    List<Integer> bars = HeatScale.barStops(theme.get(), STOPS);
    List<Integer> glows = HeatScale.glowStops(theme.get(), STOPS);
    for (int i = 0; i < STOPS; i++) {
      css.append(" -heat-bar-").append(i).append(": ").append(HeatScale.css(bars.get(i)));
      css.append("; -heat-glow-").append(i).append(": ").append(HeatScale.css(glows.get(i)));
      css.append(';');
    }
    // In pixels: an icon's em is its own size, so that it would grow with every pass.
    css.append(String.format(Locale.ROOT, "} .icon { -fx-icon-size: %.1fpx; }", size.get() * 1.15));
    css.append(
        String.format(Locale.ROOT, " .small-tool .icon { -fx-icon-size: %.1fpx; }", size.get()));
    css.append(
        String.format(Locale.ROOT, " .tooltip { -fx-font-size: %.1fpx; }", size.get() * 0.95));
    // Padding is rounded to whole pixels, spacing is not: together they make whole rows.
    double spare = rowHeight(size.get()) - textHeight(size.get());
    double above = Math.floor(spare / 2);
    css.append(
        String.format(
            Locale.ROOT,
            " .afterglow .code-pane .paragraph-text"
                + " { -fx-padding: %.0fpx 0 0 0; -fx-line-spacing: %.4fpx; }",
            above,
            spare - above));
    return css.toString();
  }

  private static void loadFonts() {
    if (fontsLoaded) {
      return;
    }
    for (String font : FONTS) {
      try (InputStream in = Look.class.getResourceAsStream(font)) {
        Font.loadFont(in, DEFAULT_SIZE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    fontsLoaded = true;
  }
}
