// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headless runs: the program's own output, input and exit code, and complete counts. */
class HeadlessIT {
  @TempDir Path folder;

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private List<String> counts(String... arguments) throws Exception {
    Path csv = folder.resolve("counts.csv");
    String[] all = new String[arguments.length + 3];
    all[0] = "--headless";
    all[1] = "--counts";
    all[2] = csv.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    last = new Afterglow(folder).run(all);
    return Files.readAllLines(csv);
  }

  private Target.Ended last;

  @Test
  void output_input_and_arguments_are_the_programs_own() throws Exception {
    write(
        "Echo.java",
        "import java.util.Scanner;",
        "public class Echo {",
        "  public static void main(String[] args) {",
        "    Scanner in = new Scanner(System.in);",
        "    while (in.hasNextLine()) System.out.println(args[0] + in.nextLine());",
        "    System.err.print(\"no line end\");",
        "  }",
        "}");
    String input = "one\ntwo\n";
    Target.Ended plain = Afterglow.plain(folder, input, "Echo.java", "> ");
    Target.Ended ours = new Afterglow(folder).input(input).run("--headless", "Echo.java", "> ");
    assertEquals(plain.out(), ours.out());
    assertEquals(plain.code(), ours.code());
    assertTrue(ours.err().startsWith(plain.err()), ours.err());
    assertTrue(ours.err().contains("2 rounds"), ours.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(3);                                  | 3   | System.exit",
        "Runtime.getRuntime().exit(4);                    | 4   | exit in a thread's way",
        "throw new IllegalStateException();               | 1   | uncaught exception",
        "int[] none = {}; none[0]++;                      | 1   | the machine's exception",
        "Runtime.getRuntime().halt(5);                    | 5   | halt",
        "Thread.sleep(200); kill(9);                      | 137 | kill -9, after a tick",
        "kill(15); Thread.sleep(9000);                    | 143 | a signal",
      })
  void every_end_has_its_exit_code_and_complete_counts(String how, int code, String why)
      throws Exception {
    write(
        "Ends.java",
        "public class Ends {",
        "  static void kill(int signal) throws Exception {",
        "    new ProcessBuilder(\"kill\", \"-\" + signal, \"\" + ProcessHandle.current().pid()).start().waitFor();",
        "  }",
        "  public static void main(String[] args) throws Exception {",
        "    int n = 0;",
        "    for (int i = 0; i < 1000; i++)",
        "      n += i;",
        "    " + how,
        "  }",
        "}");
    List<String> rows = counts("Ends.java");
    assertEquals(code, last.code(), why + "\n" + last.err());
    assertTrue(rows.contains("Ends.java,7,1001,1000,"), why + " " + rows);
    assertTrue(rows.contains("Ends.java,8,1000,,"), why + " " + rows);
    assertTrue(rows.contains("Ends.java,9,1,,"), why + " " + rows);
    assertEquals(code == 137, last.err().contains("ended without a last word"), last.err());
  }

  @Test
  void help_names_every_way_to_start() throws Exception {
    Target.Ended ended = new Afterglow(folder).run("--help");
    List<String> lines = ended.out().lines().toList();
    assertEquals("Usage: afterglow [OPTIONS] File.java [program arguments]", lines.get(1));
    assertEquals("       afterglow [OPTIONS] -jar app.jar [program arguments]", lines.get(2));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), ended.out());
    assertEquals(0, ended.code());
  }

  private static void end(Process ours) throws InterruptedException {
    ours.destroy();
    assertTrue(ours.waitFor(60, TimeUnit.SECONDS));
    assertEquals(143, ours.exitValue());
  }

  /** Starts a program that waits, with a folder for temporary files. */
  private Process startWaiting(Path temporary, String option) throws IOException {
    write(
        "Waits.java",
        "public class Waits {",
        "  public static void main(String[] args) throws Exception {",
        "    Thread.sleep(60_000);",
        "  }",
        "}");
    Files.createDirectory(temporary);
    return new Afterglow(folder).temporary(temporary).start(option, "Waits.java");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_signal_while_it_compiles_ends_it_too() throws Exception {
    Path temporary = folder.resolve("tmp");
    Process ours = startWaiting(temporary, "--headless");
    try {
      Target.until(() -> compiles(temporary));
      end(ours);
    } finally {
      ours.destroyForcibly();
    }
  }

  private static boolean compiles(Path temporary) throws IOException {
    try (Stream<Path> below = Files.walk(temporary)) {
      return below.anyMatch(path -> path.endsWith("classes1"));
    }
  }

  @Test
  void options_for_every_jvm_are_the_programs() throws Exception {
    write(
        "Options.java",
        "public class Options {",
        "  public static void main(String[] args) {",
        "    System.out.print(System.getProperty(\"mine\") + System.getenv(\"JAVA_TOOL_OPTIONS\"));",
        "    System.out.print(System.getenv(\"AFTERGLOW_KEPT_JAVA_TOOL_OPTIONS\"));",
        "  }",
        "}");
    Target.Ended ended =
        new Afterglow(folder)
            .variable("AFTERGLOW_KEPT_JAVA_TOOL_OPTIONS", "-Dmine=yes")
            .run("--headless", "Options.java");
    assertEquals("yes-Dmine=yesnull", ended.out(), ended.err());
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  @EnabledOnOs(OS.LINUX)
  void a_signal_to_us_alone_reaches_the_program_as_it_is(String signal, int code) throws Exception {
    write(
        "Ends.java",
        "public class Ends {",
        "  public static void main(String[] args) throws Exception {",
        "    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(\"hook\")));",
        "    System.err.println(\"runs\");",
        "    Thread.sleep(60_000);",
        "  }",
        "}");
    // Without a terminal, whose Ctrl-C would be for both, and with signals that nobody ignores.
    Process ours =
        new Afterglow(folder)
            .behind("setsid", "env", "--default-signal")
            .start("--headless", "Ends.java");
    try (BufferedReader err = ours.errorReader(StandardCharsets.UTF_8)) {
      assertEquals("runs", err.readLine());
      new ProcessBuilder("kill", "-" + signal, "" + ours.pid()).start().waitFor();
      assertEquals("hook", err.readLine());
      err.lines().forEach(line -> {});
      assertTrue(ours.waitFor(60, TimeUnit.SECONDS));
      assertEquals(code, ours.exitValue());
    } finally {
      ours.destroyForcibly();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_signal_to_the_window_leaves_no_temporary_files() throws Exception {
    Path temporary = folder.resolve("tmp");
    Process ours = startWaiting(temporary, "--train");
    try {
      Target.until(() -> ours.children().findAny().isPresent());
      ProcessHandle program = ours.children().findAny().orElseThrow();
      end(ours);
      program.onExit().get(60, TimeUnit.SECONDS);
    } finally {
      ours.destroyForcibly();
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_signal_to_us_ends_the_program_and_writes_the_files() throws Exception {
    write(
        "Long.java",
        "public class Long {",
        "  public static void main(String[] args) throws Exception {",
        "    int n = 0;",
        "    for (int i = 0; i < 1000; i++)",
        "      n += i;",
        "    System.err.println(ProcessHandle.current().pid());",
        "    Thread.sleep(60_000);",
        "    n++;",
        "  }",
        "}");
    Process ours =
        new Afterglow(folder)
            .start("--headless", "--story", "s.txt", "--counts", "c.csv", "Long.java");
    try (BufferedReader err = ours.errorReader(StandardCharsets.UTF_8)) {
      ProcessHandle program = ProcessHandle.of(Integer.parseInt(err.readLine())).orElseThrow();
      end(ours);
      program.onExit().get(60, TimeUnit.SECONDS);
    } finally {
      ours.destroyForcibly();
    }
    List<String> story = Files.readAllLines(folder.resolve("s.txt"));
    assertEquals("  Thread.sleep(60_000);", story.get(story.size() - 1));
    assertEquals(1 + 1 + 1001 + 1000 + 1 + 1, story.size());
    assertEquals(
        List.of(
            "Long.java,3,1,,",
            "Long.java,4,1001,1000,",
            "Long.java,5,1000,,",
            "Long.java,6,1,,",
            "Long.java,7,1,,",
            "Long.java,8,0,,"),
        Files.readAllLines(folder.resolve("c.csv")).stream().skip(1).toList());
  }

  @Test
  void what_shutdown_hooks_run_is_counted() throws Exception {
    write(
        "Hooks.java",
        "public class Hooks {",
        "  public static void main(String[] args) {",
        "    Runtime.getRuntime().addShutdownHook(new Thread(() -> {",
        "      for (int i = 0; i < 50; i++)",
        "        System.out.print('.');",
        "    }));",
        "  }",
        "}");
    List<String> rows = counts("Hooks.java");
    assertTrue(rows.contains("Hooks.java,4,51,50,"), rows.toString());
    assertEquals(".".repeat(50), last.out());
  }

  @Test
  void a_source_in_a_package_uses_the_files_beside_it() throws Exception {
    Path acme = Files.createDirectories(folder.resolve("src/com/acme"));
    Files.writeString(
        acme.resolve("Main.java"),
        """
        package com.acme;
        class Main {
          public static void main(String[] a) {
            System.out.print(new Other().twice(4));
          }
        }
        """);
    Files.writeString(
        acme.resolve("Other.java"),
        """
        package com.acme;
        class Other {
          int twice(int n) {
            return 2 * n;
          }
        }
        """);
    List<String> rows = counts("src/com/acme/Main.java");
    assertEquals("8", last.out());
    assertEquals(
        List.of(
            "file,line,hits,rounds,lambda_hits",
            "com/acme/Main.java,4,1,,",
            "com/acme/Other.java,4,1,,"),
        rows);
  }

  private static void jar(Path jar, String main, Path classes) {
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "--create",
            "--file=" + jar,
            "--main-class=" + main,
            "-C",
            classes.toString(),
            ".");
  }

  @Test
  void a_class_path_and_a_jar_are_run_as_java_does() throws Exception {
    Path source =
        write(
            "App.java",
            "public class App {",
            "  public static void main(String[] args) {",
            "    System.out.print(System.getProperty(\"p\") + args.length);",
            "  }",
            "}");
    Path classes = folder.resolve("my classes");
    Compilers.javac(classes, 17, List.of(source));
    List<String> expected = List.of("file,line,hits,rounds,lambda_hits", "App.java,3,1,,");
    assertEquals(expected, counts("-Dp=x", "-cp", classes.toString(), "App", "1", "2"));
    assertEquals("x2", last.out());

    Path jar = folder.resolve("app.jar");
    jar(jar, "App", classes);
    assertEquals(expected, counts("-Dp=y", "-jar", jar.toString()));
    assertEquals("y0", last.out());

    Path arguments = write("run.args", "-Dp=z -cp", "\"" + classes + "\"", "App one");
    assertEquals(expected, counts("@" + arguments));
    assertEquals("z1", last.out());
  }

  @Test
  void a_module_is_counted_in_a_folder_and_in_a_jar() throws Exception {
    Path module = write("module-info.java", "module app {}");
    Files.createDirectories(folder.resolve("shop"));
    Path source =
        write(
            "shop/Go.java",
            "package shop;",
            "public class Go {",
            "  public static void main(String[] args) {",
            "    System.out.print(args.length);",
            "  }",
            "}");
    Path mods = folder.resolve("mods");
    Compilers.javac(mods.resolve("app"), 17, List.of(module, source));
    List<String> expected = List.of("file,line,hits,rounds,lambda_hits", "shop/Go.java,4,1,,");
    assertEquals(expected, counts("-p", mods.toString(), "-m", "app/shop.Go", "1"));
    assertEquals("1", last.out());

    Path jars = Files.createDirectories(folder.resolve("jars"));
    jar(jars.resolve("app.jar"), "shop.Go", mods.resolve("app"));
    assertEquals(expected, counts("--module-path=" + jars, "--module", "app"));
    assertEquals("0", last.out());
  }

  @Test
  void include_exclude_and_marked_choose_what_is_counted() throws Exception {
    write(
        "Choice.java",
        "public class Choice {",
        "  public static void main(String[] args) {",
        "    Helper.help();",
        "  }",
        "}");
    write(
        "Helper.java",
        "class Helper { // afterglow",
        "  static void help() {",
        "    int x = 1;",
        "  }",
        "}");
    assertEquals("Choice.java,3,1,,", counts("Choice.java").get(1));
    assertEquals("Helper.java,3,1,,", counts("--include", "Helper", "Choice.java").get(1));
    assertEquals(2, counts("--exclude", "Helper", "Choice.java").size());
    assertEquals("Helper.java,3,1,,", counts("--marked", "Choice.java").get(1));
  }

  @Test
  void a_page_of_html_holds_the_numbers_and_needs_nothing_else() throws Exception {
    write(
        "Page.java",
        "public class Page {",
        "  public static void main(String[] args) {",
        "    for (int i = 0; i < 3; i++) System.out.print(\"<&>\");",
        "  }",
        "}");
    Path html = folder.resolve("page.html");
    Target.Ended ended =
        new Afterglow(folder).run("--headless", "--html", html.toString(), "Page.java");
    assertEquals(0, ended.code(), ended.err());
    String page = Files.readString(html);
    assertTrue(page.contains("title=\"3 rounds, 4 checks\""), page);
    assertTrue(page.contains("&lt;&amp;&gt;"), page);
    assertTrue(!page.contains("http") && !page.contains("<script"), page);
  }
}
