// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where Kotlin's compiler put the body of an inline function, or of a lambda given to one, into a
 * method. It marks each with a local variable that nobody wrote.
 */
final class InlineScopes {
  private static final String FUNCTION = "$i$f$";
  private static final String LAMBDA = "$i$a$";

  /** No line: whatever stands behind is a visit. */
  static final int NO_LINE = -1;

  /** The innermost scope of each instruction, null outside of all. */
  private final Scope[] at;

  private final int[] line;

  private static final class Scope {
    final int start;
    final int end;
    final boolean lambda;
    Scope outer;

    Scope(int start, int end, boolean lambda) {
      this.start = start;
      this.end = end;
      this.lambda = lambda;
    }

    boolean has(int index) {
      return index >= start && index < end;
    }
  }

  private InlineScopes(Code code) {
    at = new Scope[code.size()];
    line = code.line;
  }

  /** The scopes of a method, whose lines get what tells lambdas apart; null if it has none. */
  static InlineScopes of(Code code, MethodNode method) {
    List<Scope> scopes = new ArrayList<Scope>();
    if (method.localVariables != null) {
      for (LocalVariableNode local : method.localVariables) {
        boolean lambda = local.name.startsWith(LAMBDA);
        if (lambda || local.name.startsWith(FUNCTION)) {
          int start = code.position(local.start);
          int end = Math.min(code.position(local.end), code.size());
          // The inline function itself has the mark too.
          boolean itself = end == code.size() && local.name.equals(FUNCTION.concat(method.name));
          if (start < end && !itself) {
            scopes.add(new Scope(start, end, lambda));
          }
        }
      }
    }
    if (scopes.isEmpty()) {
      return null;
    }
    InlineScopes found = new InlineScopes(code);
    found.nest(scopes);
    found.settle(code, scopes);
    return found;
  }

  private void nest(List<Scope> scopes) {
    Collections.sort(
        scopes,
        new Comparator<Scope>() {
          @Override
          public int compare(Scope a, Scope b) {
            return (b.end - b.start) - (a.end - a.start);
          }
        });
    for (Scope scope : scopes) {
      scope.outer = at[scope.start];
      for (int i = scope.start; i < scope.end; i++) {
        at[i] = scope;
      }
    }
  }

  /**
   * Corrects the lines: outer scopes first, so that a call's line is right when it is asked for.
   */
  private void settle(Code code, List<Scope> scopes) {
    for (Scope scope : scopes) {
      // What stands behind without a line of its own has got the last one of the scope.
      for (int i = scope.end; i < at.length && !code.lineStart[i] && at[i] == scope.outer; i++) {
        line[i] = callLine(scope);
      }
    }
    for (int i = 0; i < at.length; i++) {
      if (at[i] != null && at[i].lambda) {
        line[i] = LineId.lambda(line[i]);
      }
    }
  }

  private int callLine(Scope scope) {
    int i = scope.start - 1;
    if (scope.lambda && (scope.outer == null || scope.outer.lambda)) {
      // The function leaves no mark if it only calls the lambda, but a line of its own.
      while (i > 0 && line[i] == line[scope.start - 1] && !LineId.isOwn(line[i])) {
        i--;
      }
    }
    return i < 0 ? 0 : line[i];
  }

  /** Whether two instructions belong to the same piece of code as it was written. */
  boolean together(int a, int b) {
    return at[a] == at[b];
  }

  /**
   * The line that control comes from, as the scope sees it in which it arrives: for code that was
   * inlined the line of the call, {@link #NO_LINE} where inlined code begins.
   */
  int lineBefore(int from, int to) {
    Scope common = at[from];
    Scope left = null;
    while (common != null && !common.has(to)) {
      left = common;
      common = common.outer;
    }
    if (at[to] != common) {
      return NO_LINE;
    }
    return left == null ? line[from] : callLine(left);
  }
}
