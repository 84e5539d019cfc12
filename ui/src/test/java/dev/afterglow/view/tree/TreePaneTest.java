// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.StepScript;
import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import dev.afterglow.view.Scenes;
import dev.afterglow.view.SteadyRobot;
import dev.afterglow.view.look.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The tree alone, driven by mouse and keys. */
@ExtendWith(SteadyRobot.Extension.class)
class TreePaneTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");
  private final List<Integer> chosen = new ArrayList<>();
  private TreePane pane;
  private volatile RunPicture run = RunPicture.COUNTING;
  private volatile boolean over;

  @Start
  void start(Stage stage) {
    script.call("main", "()V", 12);
    script.fib(5);
    Look look = new Look(Theme.LIGHT, 13);
    pane = new TreePane(look, task -> new Thread(task).start());
    pane.onSelect(chosen::add);
    pane.setMaxSize(430, 320);
    StackPane around = new StackPane(pane);
    around.getStyleClass().add("afterglow");
    Scene scene = new Scene(around, 1280, 720);
    look.dress(scene);
    stage.setScene(scene);
    stage.show();
    pane.show(log, key -> Optional.empty());
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        pane.paint(run, over);
      }
    }.start();
  }

  private static void eventually(Callable<Boolean> condition) throws TimeoutException {
    Scenes.eventually(condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TreePicture picture() {
    return pane.canvas().picture();
  }

  private Node node(String label) {
    return picture().nodes().stream()
        .filter(node -> node.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private Point2D middle(Node node) {
    double[] at = pane.canvas().middle(node);
    return pane.canvas().localToScreen(at[0], at[1]);
  }

  private String words() {
    return ((Label) pane.lookup("#tree-words")).getText();
  }

  private void whenDrawn(int nodes) throws TimeoutException {
    eventually(() -> picture().nodes().size() == nodes);
  }

  @Test
  void a_small_tree_is_seen_as_a_whole_with_readable_text_also_while_it_grows(FxRobot robot)
      throws Exception {
    whenDrawn(15);
    assertSeen();
    script.call("fib", "(I)I", 5, "n", 6);
    script.fib(5);
    whenDrawn(16);
    assertSeen();
    assertEquals(State.RUNNING, node("fib(6)").state());
  }

  private void assertSeen() {
    assertTrue(pane.canvas().textSize() >= 11, () -> "text of " + pane.canvas().textSize());
    assertInside();
  }

  private void assertInside() {
    for (Node node : picture().nodes()) {
      double[] at = pane.canvas().middle(node);
      assertTrue(pane.canvas().contains(at[0], at[1]), node.label());
    }
  }

  @Test
  void a_click_chooses_a_call_and_says_what_is_known_of_it(FxRobot robot) throws Exception {
    whenDrawn(15);
    Node node = node("(3)");
    robot.clickOn(middle(node));
    eventually(() -> pane.canvas().selected() == node.call());
    assertEquals(List.of(node.call()), chosen);
    assertEquals("fib(n = 3) = 2: 2 times, same answer", words());
    robot.type(KeyCode.DOWN);
    eventually(() -> chosen.size() == 2);
    assertEquals(log.caller(chosen.get(1)), node.call(), "the first call below it");
    robot.type(KeyCode.RIGHT);
    eventually(() -> chosen.size() == 3);
    assertEquals(log.caller(chosen.get(2)), node.call(), "the call beside it");
    robot.type(KeyCode.UP);
    eventually(() -> pane.canvas().selected() == node.call());
  }

  @Test
  void a_double_click_folds_and_a_click_on_what_is_folded_unfolds(FxRobot robot) throws Exception {
    whenDrawn(15);
    robot.doubleClickOn(middle(node("fib(4)")));
    whenDrawn(8);
    robot.clickOn(middle(node("8 calls folded")));
    whenDrawn(15);
    robot.clickOn(middle(node("fib(4)"))).type(KeyCode.ENTER);
    whenDrawn(8);
    robot.clickOn("#tree-fold");
    whenDrawn(15);
  }

  @Test
  void the_wheel_zooms_a_drag_moves_and_fit_shows_all_again(FxRobot robot) throws Exception {
    whenDrawn(15);
    Node root = picture().nodes().get(0);
    Point2D before = middle(root);
    double size = pane.canvas().textSize();
    robot.moveTo(before).scroll(3, VerticalDirection.UP);
    eventually(() -> pane.canvas().textSize() != size);
    assertTrue(middle(root).distance(before) < 2, "it grows from under the mouse");
    robot.drag(middle(root)).dropBy(-60, 40);
    eventually(() -> middle(root).distance(before.add(-60, 40)) < 8);
    robot.clickOn("#tree-fit");
    eventually(() -> Math.abs(pane.canvas().textSize() - size) < 0.1);
    assertSeen();
  }

  @Test
  void a_tree_too_large_to_be_read_is_seen_as_a_whole_when_the_program_has_ended()
      throws Exception {
    script.fib(8);
    whenDrawn(67);
    double size = pane.canvas().textSize();
    over = true;
    eventually(() -> pane.canvas().textSize() < size);
    assertInside();
  }

  @Test
  void a_tree_whose_nodes_would_be_specks_shows_its_upper_levels(FxRobot robot) throws Exception {
    script.call("fib", "(I)I", 5, "n", 1_000_000);
    for (int i = 0; i < 64; i++) {
      if (i % 8 == 0) {
        script.call("fib", "(I)I", 5, "n", 1_000_001 + i);
      }
      script.call("fib", "(I)I", 5, "n", 2_000_000 + i);
      script.ret(6, i);
      if (i % 8 == 7) {
        script.ret(6, i);
      }
    }
    script.ret(8, 7);
    whenDrawn(73);
    over = true;
    robot.sleep(300);
    assertTrue(pane.canvas().textSize() >= 10, () -> "text of " + pane.canvas().textSize());
    robot.clickOn("#tree-fit");
    eventually(() -> pane.canvas().textSize() < 10);
  }

  @Test
  void what_the_user_has_zoomed_stays_when_the_program_ends(FxRobot robot) throws Exception {
    script.fib(8);
    whenDrawn(67);
    double size = pane.canvas().textSize();
    robot.moveTo(middle(picture().nodes().get(0))).scroll(3, VerticalDirection.UP);
    eventually(() -> pane.canvas().textSize() != size);
    double zoomed = pane.canvas().textSize();
    over = true;
    robot.sleep(300);
    assertEquals(zoomed, pane.canvas().textSize());
    robot.clickOn("#tree-fold");
    eventually(() -> pane.canvas().textSize() < size);
    assertInside();
  }

  @Test
  void what_if_remembered_says_how_many_calls_are_left(FxRobot robot) throws Exception {
    whenDrawn(15);
    assertEquals("fib(1): 5 times, same answer", words());
    robot.clickOn("#tree-remember");
    eventually(() -> words().equals("If answers were remembered, 6 of 15 calls would be left."));
    assertTrue(node("(3)").saved() || picture().nodes().stream().anyMatch(Node::saved));
    robot.clickOn("#tree-remember");
    eventually(() -> words().startsWith("fib(1)"));
  }

  @Test
  void a_slow_program_shows_each_outermost_call_and_the_one_worth_seeing_when_it_has_ended(
      FxRobot robot) throws Exception {
    whenDrawn(15);
    run = new RunPicture(Detail.STEPS, false, 4, 0, 0, null, 0, "", 0, 0);
    script.fib(0);
    WaitForAsyncUtils.waitForFxEvents();
    script.call("fib", "(I)I", 5, "n", 1);
    whenDrawn(1);
    script.ret(5, 1);
    robot.sleep(200);
    whenDrawn(1);
    over = true;
    whenDrawn(15);
    assertEquals("1 of 3", ((Label) pane.lookup("#tree-which")).getText());
    robot.clickOn("#tree-fold");
    robot.sleep(200);
    whenDrawn(15);
  }

  @Test
  void the_outermost_calls_can_be_gone_through(FxRobot robot) throws Exception {
    script.fib(3);
    whenDrawn(5);
    assertEquals("2 of 2", ((Label) pane.lookup("#tree-which")).getText());
    robot.clickOn("#tree-before");
    whenDrawn(15);
    assertFalse(pane.lookup("#tree-after").isDisabled());
    robot.clickOn("#tree-after");
    whenDrawn(5);
  }
}
