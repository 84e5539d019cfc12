// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.Recursions.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecursionsTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");
  private final Recursions recursions = new Recursions(log);

  private List<String> names() {
    recursions.update();
    return recursions.groups().stream().map(Group::name).toList();
  }

  private void enter(String name) {
    script.call(name, "(I)I", 1, "n", 1);
  }

  @Test
  void a_method_that_calls_itself_is_found_when_it_does() {
    script.call("main", "()V", 12);
    enter("fib");
    assertEquals(List.of(), names());
    enter("fib");
    assertEquals(List.of("fib"), names());
    assertEquals(1, recursions.groups().get(0).recursive());
  }

  @Test
  void methods_that_call_each_other_are_one_group() {
    script.call("main", "()V", 12);
    enter("isEven");
    enter("isOdd");
    assertEquals(List.of(), names());
    enter("isEven");
    assertEquals(List.of("isEven, isOdd"), names());
  }

  @Test
  void a_circle_over_three_methods_is_found_and_grows() {
    enter("a");
    enter("a");
    Group small = group();
    enter("b");
    enter("c");
    enter("a");
    assertEquals("a, b, c", group().name());
    assertEquals(List.of("a"), List.of(small.name()), "a group handed out does not change");
  }

  @Test
  void the_outermost_recursion_that_runs_is_known() {
    script.call("main", "()V", 12);
    recursions.update();
    assertNull(recursions.running());
    enter("insert");
    enter("insert");
    script.ret(1, 1);
    recursions.update();
    assertEquals("insert", recursions.running().name());
    script.ret(1, 1);
    enter("permute");
    enter("permute");
    enter("insert");
    enter("insert");
    recursions.update();
    assertEquals("permute", recursions.running().name());
  }

  private Group group() {
    recursions.update();
    assertEquals(1, recursions.groups().size());
    return recursions.groups().get(0);
  }

  @Test
  void a_method_called_again_when_it_has_ended_is_not_recursive() {
    script.call("main", "()V", 12);
    for (int i = 0; i < 3; i++) {
      enter("helper");
      script.ret(1, 1);
    }
    // a calls b, later b calls a: a circle of methods, but nobody called itself.
    enter("a");
    enter("b");
    script.ret(1, 1);
    script.ret(1, 1);
    enter("b");
    enter("a");
    assertEquals(List.of(), names());
  }

  @Test
  void two_threads_in_one_method_are_no_recursion() {
    StepScript other = new StepScript(log, "Main", 2);
    enter("work");
    other.call("work", "(I)I", 1, "n", 2);
    assertEquals(List.of(), names());
  }

  @Test
  void the_most_recursive_comes_first() {
    script.call("main", "()V", 12);
    enter("down");
    enter("down");
    script.ret(1, 1);
    script.ret(1, 1);
    script.fib(5);
    assertEquals(List.of("fib", "down"), names());
    assertTrue(recursions.groups().get(0).recursive() == 14, "15 calls, one from main");
  }

  private void twice(String className, String descriptor, int line) {
    script.callOf(className, "sort", descriptor, line);
    script.callOf(className, "sort", descriptor, line);
    script.ret(line);
    script.ret(line);
  }

  @Test
  void equal_names_stand_with_their_classes() {
    twice("a.Quick", "()V", 1);
    assertEquals(List.of("sort"), names());
    twice("a.Merge$Part", "()V", 2);
    script.fib(2);
    assertEquals(List.of("fib", "Quick.sort", "Merge.Part.sort"), names());
  }

  @Test
  void equal_names_in_one_class_stand_with_the_types_of_their_arguments() {
    twice("a.Quick", "([II)V", 1);
    twice("a.Quick", "(La/List$Node;)V", 2);
    assertEquals(List.of("sort(int[], int)", "sort(List.Node)"), names());
  }

  @Test
  void methods_of_one_circle_that_are_called_the_same_need_no_classes() {
    script.callOf("Add", "eval", "()I", 1);
    script.callOf("Mul", "eval", "()I", 2);
    script.callOf("Add", "eval", "()I", 1);
    assertEquals(List.of("eval"), names());
  }
}
