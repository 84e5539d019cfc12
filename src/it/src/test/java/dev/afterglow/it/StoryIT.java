// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --story}: what a run did, as text. */
class StoryIT {
  private static final String SHOP =
      """
      import java.util.Arrays;
      public class Shop {
        static int total;
        public static void main(String[] args) {
          int[] prices = {3, 4};
          for (int price : prices) {
            total = add(total, price);
          }
          String password = "hunter2";
          try {
            pay(total, password);
          } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
          }
        }
        static int add(int a, int b) {
          return a + b;
        }
        static void pay(int sum, String token) {
          Arrays.asList(1).forEach(i -> {
            throw new IllegalStateException("no\\nmoney");
          });
        }
      }
      """;

  @TempDir Path folder;
  private Target.Ended last;

  private List<String> story(String... arguments) throws Exception {
    Path file = folder.resolve("story.txt");
    List<String> all = new ArrayList<>(List.of("--headless", "--story", file.toString()));
    all.addAll(Arrays.asList(arguments));
    last = new Afterglow(folder).run(all.toArray(new String[0]));
    return Files.readAllLines(file);
  }

  private static String example(String name) {
    return Path.of("..", "..", "examples", name).toAbsolutePath().toString();
  }

  private void shop() throws IOException {
    Files.writeString(folder.resolve("Shop.java"), SHOP);
  }

  @Test
  void calls_values_results_and_exceptions_are_lines() throws Exception {
    shop();
    assertEquals(
        """
        main(args = [])
          int[] prices = {3, 4};   prices = [3, 4]
          for (int price : prices) {   price = 3
          total = add(total, price);   Shop.total = 3
          add(a = 0, b = 3)
            return a + b;
            add returns 3
          for (int price : prices) {   price = 4
          total = add(total, price);   Shop.total = 7
          add(a = 3, b = 4)
            return a + b;
            add returns 7
          for (int price : prices) {
          String password = "hunter2";   password = •••
          pay(total, password);
          pay(sum = 7, token = •••)
            Arrays.asList(1).forEach(i -> {
            lambda in pay(i = 1)
              throw new IllegalStateException("no\\nmoney");
              lambda in pay throws IllegalStateException: no\\nmoney
            pay throws IllegalStateException: no\\nmoney
          catches IllegalStateException: no\\nmoney
          } catch (IllegalStateException e) {   e = IllegalStateException: no\\nmoney
          System.out.println(e.getMessage());
          main returns
        """,
        String.join("\n", story("Shop.java")) + "\n");
    assertEquals("no\nmoney\n", last.out());
    assertEquals(0, last.code());
  }

  @Test
  void why_a_finally_runs_is_a_line() throws Exception {
    String program =
        """
        public class Finally {
          static int n;
          public static void main(String[] args) throws Exception {
            for (int i = 0; i < 2; i++) {
              try {
                pass(i);
              } catch (ArithmeticException e) {
                n = -1;
              }
            }
          }
          static int pass(int i) throws Exception {
            try (AutoCloseable none = null) {
              try {
                return 1 / i;
              } finally {
                n++;
              }
            } catch (IllegalStateException e) {
              return 0;
            } finally {
              try {
                synchronized (Finally.class) {
                  n = Integer.parseInt("x");
                }
              } catch (NumberFormatException e) {
                n += 2;
              }
            }
          }
        }
        """;
    List<String> pass = new Afterglow(folder).story("Finally.java", program);
    int first = pass.indexOf("  pass(i = 0)");
    assertEquals(
        """
          pass(i = 0)
            try (AutoCloseable none = null) {   none = null
            return 1 / i;
            finally runs because of ArithmeticException: / by zero
            n++;   Finally.n = 1
            finally runs because of ArithmeticException: / by zero
            synchronized (Finally.class) {
            n = Integer.parseInt("x");
            catches NumberFormatException: For input string: "x"
            } catch (NumberFormatException e) {   e = NumberFormatException: For input string: "x"
            n += 2;
            pass throws ArithmeticException: / by zero
          catches ArithmeticException: / by zero
        """,
        String.join("\n", pass.subList(first, first + 13)) + "\n");
    assertEquals(2, pass.stream().filter(line -> line.contains("finally runs")).count());
  }

  @Test
  void without_values_and_with_few_steps_it_says_so() throws Exception {
    shop();
    assertEquals(
        List.of(
            "main()",
            "  int[] prices = {3, 4};",
            "  for (int price : prices) {",
            "  total = add(total, price);",
            "  add()",
            "    return a + b;",
            "The first 6 steps were recorded; from here on lines are only counted."),
        story("--no-values", "--steps", "6", "Shop.java"));
  }

  @Test
  void static_fields_that_a_method_uses_are_values_too() throws Exception {
    Files.writeString(
        folder.resolve("Board.java"),
        """
        public class Board {
          static final int SIZE = 2;
          static final char[] ROW = new char[SIZE];
          static String token = "a";
          static int unused = 7;
          public static void main(String[] args) {
            String kept = token;
            ROW[1] = 'x';
            token = "b" + kept;
            move();
            int token = ROW.length;
          }
          static void move() {
            ROW[0] = 'o';
            Cell.count++;
          }
          static class Cell {
            static int count;
            static { System.out.println("cell"); }
          }
        }
        """);
    assertEquals(
        """
        static Board()
          static final char[] ROW = new char[SIZE];   Board.ROW = ['\\u0000', '\\u0000']
          static String token = "a";   Board.token = •••
          static int unused = 7;   Board.unused = 7
          static Board returns
        main(args = [])
          String kept = token;   kept = "a"
          ROW[1] = 'x';   Board.ROW = ['\\u0000', 'x']
          token = "b" + kept;   Board.token = •••
          move();   Board.ROW = ['o', 'x']
          move()
            ROW[0] = 'o';   Board.ROW = ['o', 'x']
            Cell.count++;
            static Board.Cell()
              static { System.out.println("cell"); }
              static Board.Cell returns
            move returns
          int token = ROW.length;   token = •••
          main returns
        """,
        String.join("\n", story("Board.java")) + "\n");
  }

  @Test
  void classes_inside_methods_have_their_names() throws Exception {
    Files.writeString(
        folder.resolve("Local.java"),
        """
        public class Local {
          public static void main(String[] args) {
            class Counter {
              static int count;
              void up() {
                count++;
              }
            }
            new Counter().up();
          }
        }
        """);
    assertEquals(
        """
        main(args = [])
          new Counter().up();
          new Counter()
            new Counter returns
          Counter.up()
            count++;   Counter.count = 1
            up returns
          main returns
        """,
        String.join("\n", story("Local.java")) + "\n");
  }

  @Test
  void what_another_thread_changes_is_not_told_of_lines_that_do_not_use_it() throws Exception {
    Files.writeString(
        folder.resolve("Apart.java"),
        """
        public class Apart {
          static int number;
          static volatile boolean go, done;
          public static void main(String[] args) throws Exception {
            Thread other = new Thread(() -> {
              while (!go) Thread.onSpinWait();
              number = 7;
              done = true;
            });
            other.start();
            go = true;
            while (!done) ;
            int mine = 1;
            for (int i = 0; i < 2; i++)
              mine++;
            number += mine;
            other.join();
          }
        }
        """);
    List<String> lines = story("Apart.java");
    List<String> told = lines.stream().filter(line -> line.contains("Apart.number")).toList();
    assertEquals(2, told.size(), () -> String.join("\n", lines));
    assertTrue(told.get(0).matches("Thread-0: +number = 7; +Apart.number = 7"), told::toString);
    assertTrue(told.get(1).matches("main: +number \\+= mine; +Apart.number = 10"), told::toString);
  }

  @Test
  void changed_elements_and_circles_are_told_and_to_string_if_asked_for() throws Exception {
    Files.writeString(
        folder.resolve("Ring.java"),
        """
        public class Ring {
          Ring next = this;
          public String toString() { return "a ring"; }
          public static void main(String[] args) {
            int[] a = {1, 2};
            a[1] = 5;
            Ring ring = new Ring();
          }
        }
        """);
    List<String> lines = story("Ring.java");
    assertEquals("  a[1] = 5;   a = [1, 5]", lines.get(2));
    assertTrue(
        lines.contains("  Ring ring = new Ring();   ring = Ring{next=Ring}"), lines.toString());
    lines = story("--to-string", "Ring.java");
    assertTrue(lines.contains("  Ring ring = new Ring();   ring = a ring"), lines.toString());
  }

  @Test
  void an_example_tells_the_value_of_a_call_on_its_line() throws Exception {
    List<String> lines = story(example("Factorial.java"));
    assertEquals("  long answer = factorial(6);   answer = 720", lines.get(1));
    assertEquals("  ".repeat(6) + "factorial(n = 1)", lines.get(17));
    assertEquals(28, lines.size());
  }

  @Test
  void a_runaway_recursion_is_folded() throws Exception {
    List<String> lines = story(example("RunawayRecursion.java"));
    assertEquals(1, last.code());
    assertTrue(lines.size() < 120, () -> "" + lines.size());
    assertTrue(lines.stream().allMatch(line -> line.length() < 120));
    String folded = String.join("\n", lines);
    assertTrue(folded.matches("(?s).*\n {40}… [0-9,]+ more calls\n {40}⋯\\d+ sumFrom.*"), folded);
    assertTrue(folded.contains(" left by StackOverflowError\n"), folded);
  }

  @Test
  void threads_are_told_apart_and_all_their_steps_come() throws Exception {
    List<String> lines = story(example("Threads.java"));
    assertEquals(2_000_001, lines.size());
    assertEquals("main:     main(args = [])", lines.get(0));
    assertTrue(lines.contains("worker 4: work()"));
    assertTrue(lines.get(1_999_999).matches("worker \\d: .*"), lines.get(1_999_999));
  }

  @Test
  void a_recording_tells_the_same_story() throws Exception {
    shop();
    List<String> live = story("--record", "run.afterglow", "Shop.java");
    assertEquals(live, story("open", "run.afterglow"));
  }

  @Test
  void a_full_disk_is_a_sentence_and_the_rest_is_written() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no full disk here");
    shop();
    Path counts = folder.resolve("counts.csv");
    Target.Ended ended =
        new Afterglow(folder)
            .run("--headless", "--story", "/dev/full", "--counts", counts.toString(), "Shop.java");
    assertEquals(2, ended.code());
    assertEquals("no\nmoney\n", ended.out());
    String sentence = "afterglow: /dev/full was not written (No space left on device): free";
    assertTrue(ended.err().contains(sentence), ended.err());
    assertFalse(ended.err().contains("\tat "), ended.err());
    assertTrue(Files.readAllLines(counts).contains("Shop.java,7,2,,"));
  }

  @Test
  void an_uncaught_exception_is_told_at_the_end_and_behind_the_programs_own_trace()
      throws Exception {
    String card =
        """

        main was left by RuntimeException: five?

          Average.java:27  number(word = "five")
            throw new RuntimeException(word + "?", e);
                                       │           └ NumberFormatException: For input string: "five"
                                       └ "five"
          Average.java:18  average(words = ["3", "five"])
            sum += number(word);
            │             └ "five"
            └ 3
          Average.java:11  main(args = [])
            System.out.println(average(List.of("3", "five")));
        Caused by NumberFormatException: For input string: "five"
          … N frames of the JDK
          Average.java:25  number(word = "five")
            return Integer.parseInt(word);
                                    └ "five"
          … 2 more as above
        """;
    List<String> lines = story("--counts", "counts.csv", example("Average.java"));
    // How many it has differs by JDK.
    String frames = "… \\d+ frames of";
    String told = (String.join("\n", lines) + "\n").replaceAll(frames, "… N frames of");
    assertTrue(told.endsWith("  main throws RuntimeException: five?\n" + card), told);
    assertEquals(1, last.code());
    String trace = "Exception in thread \"main\" java.lang.RuntimeException: five?\n";
    assertTrue(last.err().startsWith(trace), last.err());
    String err = last.err().replaceAll(frames, "… N frames of");
    assertTrue(err.contains("\t... 2 more\n" + card), err);
    assertEquals(
        List.of(
            "10,1,,", "11,1,,", "12,0,,", "16,2,,", "17,5,4,", "18,4,,", "20,1,,", "25,4,,",
            "26,1,,", "27,1,,"),
        Files.readAllLines(folder.resolve("counts.csv")).stream()
            .skip(1)
            .map(row -> row.substring("Average.java,".length()))
            .toList());
  }

  @Test
  void counts_alone_tell_of_exceptions_by_their_traces_and_ask_the_program_nothing()
      throws Exception {
    Files.writeString(
        folder.resolve("Loud.java"),
        """
        public class Loud extends RuntimeException {
          Loud(Throwable cause) { super("secret", cause); }
          public String getMessage() { System.out.println("asked what"); return ""; }
          public synchronized Throwable getCause() { System.out.println("asked why"); return null; }
          public void printStackTrace(java.io.PrintStream to) { }
          static int down(int n) { return down(n + 1) + 1; }
          public static void main(String[] args) throws Exception {
            Thread deep = new Thread(() -> down(0), "deep");
            deep.setUncaughtExceptionHandler((thread, thrown) -> System.out.println(thread));
            deep.start();
            deep.join();
            try {
              java.util.List.of(1).forEach(i -> Integer.parseInt(""));
            } catch (NumberFormatException e) {
              throw new Loud(new IllegalStateException(e));
            }
          }
        }
        """);
    Target.Ended ended = new Afterglow(folder).run("--headless", "--detail", "counts", "Loud.java");
    assertEquals(1, ended.code());
    assertTrue(ended.out().matches("Thread\\[.*deep.*]\n"), ended.out());
    String err = ended.err();
    assertTrue(err.contains("Thread deep ended with StackOverflowError\ndown calls itself"), err);
    assertTrue(err.matches("(?s).*\n  … 1,0\\d\\d more calls\n  Loud.java:6  down\n.*"), err);
    assertTrue(err.contains("Thread main ended with Loud\nValues are known of steps only"), err);
    assertTrue(err.contains("    throw new Loud(new IllegalStateException(e));\n"), err);
  }

  @Test
  void a_stack_overflow_is_a_sentence() throws Exception {
    List<String> lines = story(example("RunawayRecursion.java"));
    int at = lines.indexOf("main was left by StackOverflowError");
    String sentence = "sumFrom calls itself: [0-9,]+ deep, n = 1, 2, 3 …";
    assertTrue(lines.get(at + 1).matches(sentence), lines.get(at + 1));
    assertEquals("    int sum = sumFrom(1);", lines.get(lines.size() - 1));
  }

  @Test
  void a_program_that_halts_tells_all() throws Exception {
    Files.writeString(
        folder.resolve("Halt.java"),
        """
        public class Halt {
          public static void main(String[] args) {
            int code = 3;
            Runtime.getRuntime().halt(code);
          }
        }
        """);
    List<String> lines = story("Halt.java");
    assertEquals(3, last.code());
    assertEquals("  Runtime.getRuntime().halt(code);", lines.get(lines.size() - 1));
  }

  @Test
  void a_program_that_is_killed_may_have_done_more() throws Exception {
    Files.writeString(
        folder.resolve("Kill.java"),
        """
        public class Kill {
          public static void main(String[] args) throws Exception {
            Thread.sleep(1000);
            String me = "" + ProcessHandle.current().pid();
            new ProcessBuilder("kill", "-9", me).start().waitFor();
          }
        }
        """);
    List<String> lines = story("Kill.java");
    assertEquals(137, last.code());
    assertEquals("  Thread.sleep(1000);", lines.get(1));
    String end = "The program ended without a last word: its last steps may be missing.";
    assertEquals(end, lines.get(lines.size() - 1));
  }

  @Test
  void counts_alone_tell_no_story() throws Exception {
    shop();
    Target.Ended ended =
        new Afterglow(folder)
            .run("--headless", "--detail", "counts", "--story", "s.txt", "Shop.java");
    assertEquals(2, ended.code());
    assertEquals("afterglow: --story tells steps: leave out --detail counts.\n", ended.err());
  }
}
