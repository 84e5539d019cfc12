// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.CallTree;
import dev.afterglow.session.story.StepScript;
import dev.afterglow.session.story.TreeDrawing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentence below the tree. */
class TreeWordsTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");

  private String remembered() {
    CallTree tree = new CallTree(log, List.of(0), key -> Optional.empty());
    tree.update();
    return TreeWords.of(new TreeDrawing(tree).draw(), StepLog.NONE, true);
  }

  @Test
  void a_method_without_answers_has_nothing_to_remember() {
    script.call("move", "(I)V", 1, "n", 1);
    assertEquals("A memory of answers would save no call here.", remembered());
    script.call("move", "(I)V", 1, "n", 1);
    script.call("move", "(I)V", 1, "n", 1);
    assertEquals("A memory of answers would save none of the 3 calls.", remembered());
  }
}
