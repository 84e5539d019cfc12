// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static dev.afterglow.it.Target.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunControl.Step;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.Moment;
import dev.afterglow.session.story.Watch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched is told as deep as it goes, of objects whose texts end at their own fields. */
class WatchIT {
  private static final String SOURCE =
      """
      import java.util.ArrayList;
      import java.util.List;
      public class Trees {
        static class Node {
          int value;
          Node left;
          Owner owner;
          Node(int value) { this.value = value; }
        }
        static class Owner { String token = "t-1"; String name = "Ada"; }
        Node root = new Node(1);
        public static void main(String[] args) {
          new Trees().grow();
        }
        void grow() {
          root.left = new Node(2);
          root.left.left = new Node(3);
          root.left.owner = new Owner();
          List<Node> nodes = new ArrayList<>();
          nodes.add(root);
          int i = 0;
          Node node = root;
          node = node.left;
          node = null;
          node = root;
        }
      }
      """;

  private static final List<String> EXPRESSIONS =
      List.of(
          "root.left.left.value",
          "node.left.value",
          "nodes[i].left.value",
          "root.left.owner.name",
          "root.left.owner.token",
          "this.root.left.value");

  @TempDir Path folder;

  @Test
  void fields_of_fields_have_their_values_line_by_line() throws Exception {
    StartPace pace =
        new StartPace(
            RunControl.FULL_SPEED, Begin.WHEN_TOLD, Detail.STEPS, StartPace.STEPS, true, false);
    try (Driven trees = new Driven(folder, "Trees", SOURCE, pace)) {
      until(() -> trees.run().paused());
      trees.control().watch(EXPRESSIONS);
      trees.control().step(Step.INTO); // the commands come in order: it is watched from here on
      until(() -> trees.run().line() != 14 && trees.run().paused());
      trees.control().play();
      assertEquals(0, trees.process().waitFor());
      until(trees::ended);
      StepLog log = trees.steps();
      assertEquals("2", at(log, 16, "this.root.left.value"));
      assertEquals("—", at(log, 16, "root.left.left.value"));
      assertEquals("3", at(log, 17, "root.left.left.value"));
      assertEquals("\"Ada\"", at(log, 18, "root.left.owner.name"));
      assertEquals("•••", at(log, 18, "root.left.owner.token"));
      assertEquals("2", at(log, 21, "nodes[i].left.value"));
      assertEquals("2", at(log, 22, "node.left.value"));
      assertEquals("3", at(log, 23, "node.left.value"));
      assertEquals("—", at(log, 24, "node.left.value"));
      assertEquals("2", at(log, 25, "node.left.value"));
    }
  }

  /** What an expression was behind the last visit of a line. */
  private static String at(StepLog log, int line, String expression) {
    for (int step = log.size() - 1; step >= 0; step--) {
      if (log.kind(step) == StepLog.Kind.LINE && log.line(step) == line) {
        Watch.Answer answer = Watch.of(expression).at(Moment.behind(log, step));
        return (answer.known() ? "" : "? ") + answer.text();
      }
    }
    throw new AssertionError("line " + line + " did not run");
  }
}
