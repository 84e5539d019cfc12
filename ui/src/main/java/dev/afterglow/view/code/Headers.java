// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.StepLog.Method;
import java.util.List;
import java.util.regex.Pattern;

/** Finds where a method is declared: the class file knows only where its code begins. */
final class Headers {
  /** A parameter list may stand over several lines, after annotations. */
  private static final int FAR = 20;

  private static final String NO_TYPE = "(?<!\\b(?:return|new|throw|else|do|case|yield|assert))";

  private Headers() {}

  /** The line with the method's name, or the first line of its code. */
  static int line(Method method, List<String> lines) {
    String name = method.name();
    boolean constructor = name.equals("<init>");
    if (constructor) {
      String type = method.className();
      name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    } else if (name.startsWith("lambda$") || name.startsWith("<")) {
      return method.line();
    }
    // A call has no type before it; a declaration has, or is a constructor's.
    String before = constructor ? "(?:^\\s*|[\\w>]" : "(?:[\\w>\\]]";
    Pattern declared =
        Pattern.compile(before + NO_TYPE + "\\s+)" + Pattern.quote(name) + "\\s*\\(");
    int first = Math.min(method.line(), lines.size());
    for (int line = first; line >= Math.max(1, first - FAR); line--) {
      if (declared.matcher(lines.get(line - 1)).find()) {
        return line;
      }
    }
    return method.line();
  }
}
