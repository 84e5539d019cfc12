// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.story.LoopRounds.End;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceLoops.Loop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a loop was left, by what its lines say. The line that ran last need not be the one that left
 * it: a {@code break;} that is the last statement of a loop has none in the class file. Immutable.
 */
final class LoopJumps {
  private static final Pattern JUMP =
      Pattern.compile("\\b(break|continue|return)\\b(\\s+\\w+\\s*;)?");

  private final SourceLoops source;
  private final Map<Integer, String> jumps = new HashMap<>();

  LoopJumps(SourceLoops source, Loop loop, List<String> code) {
    this.source = source;
    for (int line = loop.line(); line <= Math.min(loop.last(), code.size()); line++) {
      Matcher jump = JUMP.matcher(code.get(line - 1));
      if (jump.find()) {
        boolean labelled = jump.group(1).equals("continue") && jump.group(2) != null;
        jumps.put(line, labelled ? "continue outer" : jump.group(1));
      }
    }
  }

  /** Whether a line may go on with the next round. */
  boolean continues(int line) {
    return jumps.getOrDefault(line, "").startsWith("continue");
  }

  boolean returns(int line) {
    return "return".equals(jumps.get(line));
  }

  /**
   * How the loop was left, if not by its condition, for another line of the same call.
   *
   * @param from the line of the loop that ran last
   * @param to the other line: behind a {@code return} only a finally can come
   */
  End left(int from, int to) {
    if (returns(from)) {
      return source.inFinally(to) ? End.LEFT : End.BREAK;
    }
    return "continue outer".equals(jumps.get(from)) ? End.CONTINUE_OUTER : End.BREAK;
  }

  /**
   * How the loop was left, where {@link #left} could not tell; {@link End#LEFT} if it cannot be
   * told so far, or at all.
   *
   * @param from as there
   * @param kind what the call did next
   * @param line and on which line
   */
  End leftAfterAll(int from, Kind kind, int line) {
    if (kind == Kind.RETURN && line == from) {
      return End.RETURN;
    }
    boolean wentOn = kind == Kind.LINE || kind == Kind.RETURN;
    return wentOn && !source.inFinally(line) ? End.BREAK : End.LEFT;
  }
}
