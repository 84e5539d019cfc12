// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One class's claims on the headers of endless loops. The class file has no instruction for the
 * header of {@code while (true)} or {@code for (;;)}, and an {@code if} that leaves such a loop
 * looks like a condition: only the source tells where the rounds belong (rule 6).
 */
final class LoopHeaders {
  private final List<Loop> loops;
  private final Set<Loop> taken = new HashSet<>();

  /** All claims are open; outer loops stand before inner ones. */
  LoopHeaders(List<Loop> loops) {
    this.loops = loops;
  }

  /**
   * Takes the innermost loop around a line that is not taken yet. Where its rounds belong, if not
   * on that line: an endless loop's on its header, a do loop's on its condition; else 0.
   */
  int headerAround(int line) {
    Loop innermost = null;
    for (Loop loop : loops) {
      if (loop.has(line) && !taken.contains(loop)) {
        innermost = loop;
      }
    }
    if (innermost == null) {
      return 0;
    }
    taken.add(innermost);
    if (innermost.shape() == Shape.BOTTOM_TESTED && innermost.line() == line) {
      return innermost.headFirst(); // ECJ gives the jump back the line of the "do"
    }
    return innermost.shape() == Shape.ENDLESS ? innermost.line() : 0;
  }
}
