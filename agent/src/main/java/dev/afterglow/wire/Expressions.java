// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.List;

/**
 * What is watched: told with the values of each step whose method has the variable it begins with.
 */
public final class Expressions extends Frame {
  /** A variable, then fields and elements: {@code node.left.value}, {@code a[i].name}. */
  public final List<String> all;

  public Expressions(List<String> all) {
    this.all = all;
  }

  @Override
  public int type() {
    return FrameType.EXPRESSIONS;
  }
}
