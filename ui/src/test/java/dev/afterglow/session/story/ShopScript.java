// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.source.SourceText;
import java.util.Optional;

/** A small program in which exceptions are thrown, the log that it writes, and their cards. */
final class ShopScript {
  static final String STATE = "java.lang.IllegalStateException";

  static final String SOURCE =
      """
      int main() {
        return half(this.sum) / "n".length(); // n
      }
      int half(int n) {
        try { x = 0x1L + n; parse(n); }
        catch (Bad e) {
          throw new IllegalStateException(e);
        }
      }
      """;

  final StepLog log = new StepLog();
  final StepScript script = new StepScript(log, "Shop");
  final ExceptionCards cards = cards(SOURCE);

  /** The cards of the log if the program were another one. */
  ExceptionCards cards(String source) {
    return new ExceptionCards(
        new StoryLines(log, key -> Optional.of(SourceText.of("Shop.java", source))));
  }

  void mainCallsHalf() {
    script.call("main", "()I", 1);
    script.line(2, "this.sum", 7);
    script.call("half", "(I)I", 4, "n", 7);
  }
}
