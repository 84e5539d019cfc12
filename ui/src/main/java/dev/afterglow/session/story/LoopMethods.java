// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.source.SourceLoops.Loop;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which methods can have a loop: those of its file that are not written inside it. */
final class LoopMethods {
  private static final Pattern TYPE = Pattern.compile("\\b(?:new|class|record|enum|interface)\\b");

  /** The name of an anonymous class, or of one that a method declares. */
  private static final Pattern LOCAL = Pattern.compile("\\$\\d");

  private static final byte YES = 1;
  private static final byte NO = 2;

  private final StepLog log;
  private final FileKey file;
  private final Loop loop;
  private final List<String> code;
  private byte[] known = new byte[16];

  LoopMethods(StepLog log, FileKey file, Loop loop, List<String> code) {
    this.log = log;
    this.file = file;
    this.loop = loop;
    this.code = code;
  }

  boolean canHaveLoop(int method) {
    if (method >= known.length) {
      known = Arrays.copyOf(known, method * 2);
    }
    if (known[method] == 0) {
      Method of = log.methodNumbered(method);
      known[method] = file.equals(of.file()) && !isInside(of) ? YES : NO;
    }
    return known[method] == YES;
  }

  /** A method may begin with the loop, whose head may have no code: then it begins inside too. */
  private boolean isInside(Method method) {
    int line = method.line();
    boolean lambda = method.name().startsWith("lambda$");
    if (line == loop.line()) {
      return lambda && loop.head().contains("->");
    }
    if (line < loop.line() || line > loop.last()) {
      return false;
    }
    String before = String.join(" ", code.subList(loop.line(), Math.min(line, code.size())));
    boolean local = LOCAL.matcher(method.className()).find();
    return lambda ? before.contains("->") : local && TYPE.matcher(before).find();
  }
}
