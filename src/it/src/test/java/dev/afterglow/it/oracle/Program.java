// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import java.util.List;

/** A made-up program. */
public final class Program {
  private final Piece piece;

  Program(Piece piece) {
    this.piece = piece;
  }

  /** Its source with a name for its class. */
  public String source(String name) {
    StringBuilder text = new StringBuilder();
    piece.print("", text);
    return text.toString().replace("NAME", name);
  }

  /** The programs that are one step smaller; not all of them compile. */
  public List<Program> smaller() {
    return piece.smaller().stream().map(Program::new).toList();
  }
}
