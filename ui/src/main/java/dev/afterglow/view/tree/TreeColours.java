// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.HeatScale.Theme;
import javafx.scene.paint.Color;

/**
 * The tree's colours. States differ in shape too; text keeps 4.5:1 over what it stands on.
 *
 * @param ground behind all
 * @param text names and arguments
 * @param edge lines between calls
 * @param result values on the lines
 * @param returned fill of a call that returned
 * @param returnedLine its outline
 * @param waiting fill of a call that waits
 * @param running fill of the call that runs
 * @param path outlines and lines of the way to the running call
 * @param thrown fill of a call left by an exception
 * @param thrownLine its outline
 * @param selected the ring of the chosen call
 * @param muted what is folded
 */
record TreeColours(
    Color ground,
    Color text,
    Color edge,
    Color result,
    Color returned,
    Color returnedLine,
    Color waiting,
    Color running,
    Color path,
    Color thrown,
    Color thrownLine,
    Color selected,
    Color muted) {

  private static final TreeColours LIGHT =
      new TreeColours(
          Color.web("#ffffff"),
          Color.web("#20252c"),
          Color.web("#aeb6c1"),
          Color.web("#17692f"),
          Color.web("#eef1f6"),
          Color.web("#7d8796"),
          Color.web("#fdf1da"),
          Color.web("#f5b14c"),
          Color.web("#b45309"),
          Color.web("#fbe5e4"),
          Color.web("#a81f1f"),
          Color.web("#2b5aa0"),
          Color.web("#5b6470"));

  private static final TreeColours DARK =
      new TreeColours(
          Color.web("#16191d"),
          Color.web("#e6e9ed"),
          Color.web("#4a535e"),
          Color.web("#7ddb97"),
          Color.web("#262d36"),
          Color.web("#7d8896"),
          Color.web("#3a2c12"),
          Color.web("#7a4a08"),
          Color.web("#f0be72"),
          Color.web("#45201f"),
          Color.web("#ff9d96"),
          Color.web("#86b4ff"),
          Color.web("#9ea8b3"));

  static TreeColours of(Theme theme) {
    return theme == Theme.DARK ? DARK : LIGHT;
  }
}
