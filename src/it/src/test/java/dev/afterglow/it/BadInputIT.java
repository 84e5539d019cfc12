// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bad input: one clear sentence that names the remedy, and an exit code that is not 0. */
class BadInputIT {
  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] a) {
          System.out.print("hi");
        }
      }
      """;

  @TempDir Path folder;

  private void refused(int code, String sentence, String... arguments) throws Exception {
    Target.Ended ended = new Afterglow(folder).run(arguments);
    assertEquals(sentence + "\n", ended.err());
    assertEquals("", ended.out());
    assertEquals(code, ended.code());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_missing_file() throws Exception {
    refused(
        2,
        "afterglow: There is no file Gone.java: check the name and the folder.",
        "--headless",
        "Gone.java");
  }

  @Test
  void a_folder() throws Exception {
    Files.createDirectory(folder.resolve("src"));
    refused(
        2,
        "afterglow: src is a folder: name the .java file with the main method.",
        "--headless",
        "src");
  }

  @Test
  void a_class_file() throws Exception {
    write("Hello.class", "");
    refused(
        2,
        "afterglow: Hello.class is a class file: name its source, or write -cp FOLDER Hello.",
        "--headless",
        "Hello.class");
  }

  @Test
  void a_text_that_is_named_as_a_source() throws Exception {
    write("Letter.java", "Dear reader,\n");
    Target.Ended ended = new Afterglow(folder).run("--headless", "Letter.java");
    assertTrue(ended.err().startsWith("Letter.java:1: error: "), ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void a_source_that_begins_with_a_byte_order_mark() throws Exception {
    write("Hello.java", "\ufeff" + HELLO);
    refused(
        1,
        "Hello.java:1: error: illegal character: '\\ufeff'."
            + " Hello.java begins with a byte order mark: save it as UTF-8 without one.",
        "--headless",
        "Hello.java");
  }

  @Test
  void a_source_that_does_not_compile() throws Exception {
    write("Bad.java", HELLO.replace("\"hi\"", "missing").replace("Hello", "Bad"));
    Target.Ended ended = new Afterglow(folder).run("--headless", "Bad.java");
    assertTrue(ended.err().startsWith("Bad.java:3: error: cannot find symbol"), ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void no_main_method() throws Exception {
    write("Part.java", "class Part {\n  int x;\n}\n");
    refused(
        2,
        "Part.java has no main method to start: add public static void main(String[] args).",
        "--headless",
        "Part.java");
  }

  @Test
  void two_main_methods_and_none_in_the_first_class() throws Exception {
    String main = " { public static void main(String[] a) {} }\n";
    write("Many.java", "class First {}\nclass A" + main + "class B" + main);
    refused(
        2,
        "Many.java has main methods in A and B: put the class to start first in the file.",
        "--headless",
        "Many.java");
  }

  @Test
  void an_unknown_option_and_a_slip() throws Exception {
    write("Hello.java", HELLO);
    refused(
        2,
        "afterglow: There is no option --hedless: did you mean --headless? See afterglow --help.",
        "--hedless",
        "Hello.java");
    refused(
        2,
        "afterglow: Neither afterglow nor java knows the option --frobnicate: see afterglow"
            + " --help.",
        "--headless",
        "--frobnicate",
        "Hello.java");
  }

  @Test
  void a_port_in_use() throws Exception {
    write("Hello.java", HELLO);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      refused(
          2,
          "afterglow: Port "
              + port
              + " is in use: choose another with --port, or leave the option out.",
          "--headless",
          "--port",
          Integer.toString(port),
          "Hello.java");
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_said_before_the_run() throws Exception {
    write("Hello.java", HELLO);
    refused(
        2,
        "afterglow: There is no folder " + folder.resolve("gone") + ": create it, or name another.",
        "--headless",
        "--counts",
        "gone/counts.csv",
        "Hello.java");
  }

  @Test
  void a_full_disk_loses_nothing_else() throws Exception {
    write("Hello.java", HELLO);
    Path html = folder.resolve("hello.html");
    Target.Ended ended =
        new Afterglow(folder)
            .run("--headless", "--counts", "/dev/full", "--html", html.toString(), "Hello.java");
    assertEquals(2, ended.code());
    assertEquals("hi", ended.out());
    assertTrue(
        ended.err().contains("afterglow: /dev/full was not written (No space left on device)"),
        ended.err());
    assertTrue(Files.readString(html).contains("System"), "the page was written");
  }

  @Test
  void no_display() throws Exception {
    write("Hello.java", HELLO);
    Target.Ended ended = new Afterglow(folder).run("Hello.java");
    assertTrue(
        ended
            .err()
            .startsWith(
                "afterglow: There is no display (DISPLAY is not set): going on as --headless.\n"),
        ended.err());
    assertEquals("hi", ended.out());
    assertEquals(0, ended.code());
  }

  @Test
  void a_jar_without_main_class_and_a_jar_that_is_none() throws Exception {
    write("x.jar", "no zip");
    refused(
        2,
        "afterglow: x.jar is not a jar that can be read: build it again.",
        "--headless",
        "-jar",
        "x.jar");
  }

  @Test
  void a_file_that_is_no_recording() throws Exception {
    write("notes", "text");
    refused(
        2, "afterglow: The file is not a recording of Afterglow.", "--headless", "open", "notes");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_path_that_the_language_setting_cannot_hold() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    Target.Ended ended =
        new Afterglow(folder).variable("LC_ALL", "C").run("--headless", "-cp", "ü", "Main");
    assertTrue(
        ended.err().matches("afterglow: .* is no path in this language setting: .*8\\.\n"),
        ended.err());
    assertEquals(2, ended.code());
  }

  @Test
  void a_pace_that_makes_no_sense() throws Exception {
    write("Hello.java", HELLO);
    refused(
        2,
        "afterglow: --speed wants lines a second from 1 to 1000, or max, not '0'.",
        "--speed",
        "0",
        "Hello.java");
    refused(
        2,
        "afterglow: --speed wants lines a second from 1 to 1000, or max, not 'fast'.",
        "--headless",
        "--speed=fast",
        "Hello.java");
    refused(
        2,
        "afterglow: --detail wants counts or steps, not 'all'.",
        "--headless",
        "--detail",
        "all",
        "Hello.java");
    refused(
        2,
        "afterglow: --steps wants a whole number from 1 to 100000000, not '-3'.",
        "--headless",
        "--steps",
        "-3",
        "Hello.java");
    refused(
        2,
        "afterglow: --paused needs a window: leave it out with --headless.",
        "--headless",
        "--paused",
        "Hello.java");
  }
}
