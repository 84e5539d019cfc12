// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one place that turns counts into colours; the window and the exports both ask here.
 *
 * <p>As with cividis, lightness alone carries the order, in even steps (measured in OKLab), so the
 * scale reads the same with every kind of colour vision and in grey. There are two ramps a theme:
 * <em>bars</em>, which stand alone, and the <em>glow</em>, which lies under text and therefore
 * stays so close to the background that text on it keeps a contrast of 4.5:1. Colours are {@code
 * 0xRRGGBB}. Plain functions, for any thread.
 */
public final class HeatScale {
  /** How long a line glows after it ran, unless the user chose another time. */
  public static final long FADE_NANOS = 2_000_000_000L;

  private static final int STEPS = 256;

  private static final Ramps LIGHT =
      new Ramps(
          0xFFFFFF,
          ramp(0xFDEFCF, 0xF7C573, 0xE98A3C, 0xC95A16, 0x9A3A06),
          ramp(0xFFFFFF, 0xFEEFC8, 0xFBD98A));
  private static final Ramps DARK =
      new Ramps(
          0x16191D,
          ramp(0x3A2D18, 0x70491A, 0xB06D1E, 0xE39A3B, 0xFFD27D),
          ramp(0x16191D, 0x332912, 0x493610));

  /** Light or dark background. */
  public enum Theme {
    LIGHT,
    DARK
  }

  private static final class Ramps {
    private final int background;
    private final int[] bars;
    private final int[] glow;

    Ramps(int background, int[] bars, int[] glow) {
      this.background = background;
      this.bars = bars;
      this.glow = glow;
    }

    static Ramps of(Theme theme) {
      return theme == Theme.LIGHT ? HeatScale.LIGHT : HeatScale.DARK;
    }
  }

  private HeatScale() {}

  /**
   * Where a count lies between nothing and the scale's maximum, on a log scale.
   *
   * @param count hits; 0 or less gives 0
   * @param max the scale's maximum; a count above it gives 1
   * @return 0 to 1; more than 0 for every count of 1 or more
   */
  public static double position(long count, long max) {
    if (count <= 0) {
      return 0;
    }
    return count >= max ? 1 : Math.log1p((double) count) / Math.log1p((double) max);
  }

  /** {@link #recency(long, long, long)} with {@link #FADE_NANOS}. */
  public static double recency(long lastHitNanos, long nowNanos) {
    return recency(lastHitNanos, nowNanos, FADE_NANOS);
  }

  /**
   * How much of a line's glow is left: 1 when it runs, 0 when the fade is over, falling fast first.
   *
   * @param lastHitNanos session clock of the last hit, or {@link FilePicture#NONE}
   * @param nowNanos session clock now
   * @param fadeNanos how long a line glows
   */
  public static double recency(long lastHitNanos, long nowNanos, long fadeNanos) {
    if (lastHitNanos == FilePicture.NONE) {
      return 0;
    }
    double left = 1 - Math.max(0, nowNanos - lastHitNanos) / (double) Math.max(1, fadeNanos);
    return left <= 0 ? 0 : left * left;
  }

  /** The colour behind code that does not glow. */
  public static int background(Theme theme) {
    return Ramps.of(theme).background;
  }

  /** The colour of a bar or dot at a {@link #position}. */
  public static int bar(Theme theme, double position) {
    return at(Ramps.of(theme).bars, position);
  }

  /** The background of a line that glows with a strength of 0 to 1; 0 is the theme's background. */
  public static int glow(Theme theme, double strength) {
    return at(Ramps.of(theme).glow, strength);
  }

  /** Evenly spaced colours of the bars, coldest first, for CSS variables and legends. */
  public static List<Integer> barStops(Theme theme, int count) {
    List<Integer> stops = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stops.add(bar(theme, i / (count - 1.0)));
    }
    return List.copyOf(stops);
  }

  /** Evenly spaced colours of the glow, the background first. */
  public static List<Integer> glowStops(Theme theme, int count) {
    List<Integer> stops = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stops.add(glow(theme, i / (count - 1.0)));
    }
    return List.copyOf(stops);
  }

  /** A colour as {@code #rrggbb}. */
  public static String css(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
  }

  /** The contrast of two colours as WCAG 2 defines it, 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static int at(int[] ramp, double position) {
    double within = Math.min(1, Math.max(0, position));
    return ramp[(int) Math.round(within * (STEPS - 1))];
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  /** Walks through the given colours in steps of equal OKLab distance. */
  private static int[] ramp(int... colours) {
    double[][] points = new double[colours.length][];
    double[] way = new double[colours.length];
    for (int i = 0; i < colours.length; i++) {
      points[i] = toLab(colours[i]);
      way[i] = i == 0 ? 0 : way[i - 1] + distance(points[i - 1], points[i]);
    }
    int[] ramp = new int[STEPS];
    int part = 1;
    for (int step = 0; step < STEPS; step++) {
      double target = way[way.length - 1] * step / (STEPS - 1);
      while (part < way.length - 1 && way[part] < target) {
        part++;
      }
      double share = (target - way[part - 1]) / (way[part] - way[part - 1]);
      ramp[step] = toRgb(between(points[part - 1], points[part], share));
    }
    return ramp;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      result[i] = from[i] + (to[i] - from[i]) * share;
    }
    return result;
  }

  private static double distance(double[] one, double[] other) {
    return Math.sqrt(
        Math.pow(one[0] - other[0], 2)
            + Math.pow(one[1] - other[1], 2)
            + Math.pow(one[2] - other[2], 2));
  }

  /** To OKLab, a space in which equal distances look alike. Visible for the test. */
  static double[] toLab(int rgb) {
    double r = linear(rgb >> 16 & 255);
    double g = linear(rgb >> 8 & 255);
    double b = linear(rgb & 255);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static int toRgb(double[] lab) {
    double l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    double m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    double s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    return gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
        | gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
        | gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int gamma(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(Math.min(1, Math.max(0, c)) * 255);
  }
}
