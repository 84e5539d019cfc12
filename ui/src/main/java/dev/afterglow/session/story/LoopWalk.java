// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import java.util.BitSet;

/**
 * Finds a loop's rounds among the lines that one activation visits, by the counting rules: the body
 * was entered behind a check; of an endless loop its first line was reached.
 */
final class LoopWalk {
  /** The visit is the first one of the loop. */
  static final int ENTERED = 1;

  /** A round began, at {@link #roundStep}. */
  static final int ROUND = 2;

  /** The loop had been left before this visit; looked at before {@link #ENTERED}. */
  static final int LEFT = 4;

  /** A round ended with this visit, or before it. */
  static final int OVER = 8;

  final Loop loop;
  private boolean inside;
  private boolean checking;

  /** The step of the check that is not decided, and the head's lines it has visited. */
  private int checkStep;

  private final BitSet checked = new BitSet();
  private boolean headVisited;
  private int firstLine;
  private int roundStep;

  LoopWalk(Loop loop) {
    this.loop = loop;
  }

  boolean inside() {
    return inside;
  }

  /** Whether the condition is being checked, so that leaving now means that it was false. */
  boolean checking() {
    return checking;
  }

  /** The step at which the latest round began: that of its check if it stands before the body. */
  int roundStep() {
    return roundStep;
  }

  /** Takes the check that is not decided for true, where body and condition share a line. */
  boolean takeCheck() {
    boolean open = inside && checking && loop.inline() && loop.shape() == Shape.TOP_TESTED;
    if (open) {
      roundStep = checkStep;
    }
    return open;
  }

  /** Whether a visit would begin the loop afresh. */
  boolean wouldEnter(int line) {
    return loop.has(line) && (!inside || (reenters(line) && !loop.inline()));
  }

  private boolean reenters(int line) {
    return loop.shape() == Shape.TOP_TESTED && checking && checked.get(line);
  }

  void leave() {
    inside = false;
    checking = false;
  }

  /**
   * A line was visited.
   *
   * @param innerEnters whether a loop inside begins afresh with this visit, or none has the line
   * @return some of {@link #ENTERED}, {@link #ROUND}, {@link #LEFT}, {@link #OVER}
   */
  int visit(int step, int line, boolean innerEnters) {
    if (!loop.has(line)) {
      return inside ? LEFT : 0;
    }
    if (wouldEnter(line)) {
      int left = inside ? LEFT : 0;
      inside = true;
      checking = false;
      headVisited = false;
      firstLine = line;
      return left | ENTERED | first(step, line);
    }
    if (loop.shape() == Shape.BOTTOM_TESTED) {
      return bottom(step, line);
    }
    return loop.hasHead(line) ? head(step, line) : body(step, line, innerEnters);
  }

  private int first(int step, int line) {
    if (loop.shape() == Shape.BOTTOM_TESTED) {
      if (loop.hasHead(line)) {
        check(step, line);
      }
      return round(step);
    }
    if (!loop.hasHead(line)) {
      return round(step);
    }
    headVisited = true;
    check(step, line);
    return loop.shape() == Shape.ENDLESS && loop.inline() ? round(step) : 0;
  }

  private void check(int step, int line) {
    checking = true;
    checkStep = step;
    checked.clear();
    checked.set(line);
  }

  private int round(int step) {
    roundStep = step;
    return ROUND;
  }

  private int head(int step, int line) {
    headVisited = true;
    if (loop.shape() == Shape.ENDLESS && loop.inline()) {
      check(step, line);
      return OVER | round(step);
    }
    if (!checking) {
      check(step, line);
      return OVER;
    }
    if (checked.get(line)) {
      // It went round within its line: the check before was true.
      int before = checkStep;
      check(step, line);
      return round(before) | OVER;
    }
    checked.set(line);
    return 0;
  }

  private int body(int step, int line, boolean innerEnters) {
    if (checking) {
      checking = false;
      return loop.shape() == Shape.ENDLESS && loop.inline() ? 0 : round(checkStep);
    }
    if (loop.shape() == Shape.ENDLESS && !headVisited && line == firstLine && innerEnters) {
      return OVER | round(step);
    }
    return 0;
  }

  private int bottom(int step, int line) {
    boolean head = loop.hasHead(line);
    if (head && (!checking || !checked.get(line))) {
      if (!checking) {
        check(step, line);
      }
      checked.set(line);
      return 0;
    }
    if (checking) {
      checking = false;
      if (head) {
        check(step, line);
      }
      return OVER | round(step);
    }
    return 0;
  }
}
