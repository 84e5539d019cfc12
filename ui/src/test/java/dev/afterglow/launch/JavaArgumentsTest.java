// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.afterglow.launch.JavaArguments.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaArgumentsTest {
  private static JavaArguments parse(String... words) throws UserException {
    return JavaArguments.parse(List.of(words));
  }

  @Test
  void a_source_file_and_its_arguments() throws UserException {
    JavaArguments java = parse("-Dx=1", "--enable-preview", "src/Main.java", "-cp", "a");
    assertEquals(Kind.SOURCE, java.kind());
    assertEquals("src/Main.java", java.main());
    assertEquals(List.of("-Dx=1", "--enable-preview"), java.options());
    assertEquals(List.of("-cp", "a"), java.arguments());
  }

  @Test
  void a_class_of_a_class_path() throws UserException {
    JavaArguments java = parse("-cp", "classes:other.jar", "-Xmx1g", "com.acme.Main", "x", "-y");
    assertEquals(Kind.CLASS, java.kind());
    assertEquals("com.acme.Main", java.main());
    assertEquals(List.of("x", "-y"), java.arguments());
    assertEquals(List.of(Path.of("classes"), Path.of("other.jar")), java.places());
    assertEquals(List.of(Path.of("b")), parse("--class-path=b", "Main").places());
  }

  @Test
  void a_jar_and_a_module() throws UserException {
    assertEquals(Kind.JAR, parse("-ea", "-jar", "app.jar", "1").kind());
    JavaArguments module = parse("-p", "mods", "-m", "app/com.acme.Main", "1");
    assertEquals(Kind.MODULE, module.kind());
    assertEquals("app/com.acme.Main", module.main());
    assertEquals(List.of("-p", "mods"), module.options());
    assertEquals(List.of("1"), module.arguments());
  }

  @Test
  void what_java_would_not_take_is_refused() {
    assertThrows(UserException.class, () -> parse());
    assertThrows(UserException.class, () -> parse("-jar"));
    assertThrows(UserException.class, () -> parse("-cp"));
    assertThrows(UserException.class, () -> parse("--no-such-thing", "Main"));
    assertThrows(UserException.class, () -> parse("@gone.args"));
  }

  @Test
  void argument_files_are_split_as_java_does() {
    assertEquals(
        List.of("-cp", "my lib/a.jar", "it's", "a\nb", "#no"),
        ArgumentFile.words("-cp \"my lib/a.jar\" # a comment\n \"it's\"\t'a\\nb'\n\"#no\""));
  }
}
