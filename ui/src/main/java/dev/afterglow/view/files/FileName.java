// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.files;

import javafx.scene.control.Label;

/** A file's name: where it has no room its ending goes, which all share, before letters do. */
final class FileName extends Label {
  private String whole = "";
  private double wholeWidth = -1;

  FileName() {
    getStyleClass().add("row-name");
    setMaxWidth(Double.MAX_VALUE);
    fontProperty().addListener((property, before, now) -> wholeWidth = -1);
  }

  void name(String name) {
    whole = name;
    wholeWidth = -1;
    setText(name);
  }

  @Override
  protected double computePrefWidth(double height) {
    if (wholeWidth < 0 && getText().equals(whole)) {
      wholeWidth = super.computePrefWidth(height);
    }
    return wholeWidth < 0 ? super.computePrefWidth(height) : wholeWidth;
  }

  @Override
  public void resize(double width, double height) {
    super.resize(width, height);
    int dot = whole.lastIndexOf('.');
    boolean fits = dot <= 0 || prefWidth(height) <= width;
    String text = fits ? whole : whole.substring(0, dot);
    if (!text.equals(getText())) {
      setText(text);
    }
  }
}
