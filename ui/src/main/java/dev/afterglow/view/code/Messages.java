// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.launch.Program.Diagnostic;
import dev.afterglow.session.FileKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said about lines: by the compiler, and by the exception that ended the program. Drawn
 * with the next frame; for the window's thread.
 */
public final class Messages {
  /**
   * What is said about a line.
   *
   * @param error false for a warning
   * @param text the message; its first line is shown
   */
  record Message(boolean error, String text) {}

  private final Map<FileKey, Map<Integer, Message>> compiler = new HashMap<>();
  private FileKey file;
  private Map<Integer, Message> thrown = Map.of();

  Messages() {}

  /** Takes what the compiler said, in place of what it said before. */
  public void compiler(List<Diagnostic> all) {
    compiler.clear();
    for (Diagnostic each : all) {
      if (each.file() != null && each.line() > 0) {
        compiler
            .computeIfAbsent(new FileKey(each.file()), key -> new HashMap<>())
            .putIfAbsent((int) each.line(), new Message(each.error(), each.text()));
      }
    }
  }

  /**
   * Takes where an exception came from that nobody caught.
   *
   * @param words its class and message
   */
  public void thrown(FileKey from, int line, String words) {
    file = from;
    thrown = Map.of(line, new Message(true, words));
  }

  /** Forgets the exception. */
  public void forgetThrown() {
    file = null;
    thrown = Map.of();
  }

  /** What is said about the lines of a file, the first message of each. */
  Map<Integer, Message> of(FileKey key) {
    Map<Integer, Message> said = compiler.getOrDefault(key, Map.of());
    if (file == null || !file.equals(key)) {
      return said;
    }
    if (said.isEmpty()) {
      return thrown;
    }
    Map<Integer, Message> both = new HashMap<>(said);
    both.putAll(thrown);
    return both;
  }
}
