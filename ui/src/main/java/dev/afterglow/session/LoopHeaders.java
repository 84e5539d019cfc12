// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import dev.afterglow.wire.LoopInfo;
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
   * Takes the innermost loop around a loop of the class file that is not taken yet. It, if its
   * rounds belong on its head and not on that one's line: an endless loop's, and a do loop's; else
   * null.
   */
  Loop claimed(LoopInfo info) {
    // A conditional jump back may be a continue in an inner loop.
    boolean jump = info.shape == LoopInfo.BOTTOM_TESTED;
    Loop claimed = innermost(info.line, jump ? info.firstLine : info.line);
    claimed = claimed == null ? innermost(info.line, info.line) : claimed;
    if (claimed == null) {
      return null;
    }
    taken.add(claimed);
    // ECJ gives the jump back of a do loop the line of the "do".
    boolean atDo = claimed.shape() == Shape.BOTTOM_TESTED && claimed.line() == info.line;
    return atDo || claimed.shape() == Shape.ENDLESS ? claimed : null;
  }

  private Loop innermost(int line, int first) {
    Loop innermost = null;
    for (Loop loop : loops) {
      if (loop.has(line) && loop.has(first) && !taken.contains(loop)) {
        innermost = loop;
      }
    }
    return innermost;
  }
}
