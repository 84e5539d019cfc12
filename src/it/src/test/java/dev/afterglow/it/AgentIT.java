// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The agent is not seen: the target behaves with it as it does without. */
class AgentIT {
  @TempDir Path folder;

  private Target.Ended plain;
  private Target.Ended counted;

  /** Compiles and runs a class with and without the agent. */
  private Session run(String name, String source, String... options) throws Exception {
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source);
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(file));
    return runClasses(name, classes, options);
  }

  private Session runClasses(String name, Path classes, String... options) throws Exception {
    Path recording = folder.resolve("recording");
    plain = Target.java(words(options, "-cp", classes.toString(), name));
    counted =
        Target.java(
            words(
                options,
                "-Xverify:all",
                Target.agentArgument(recording, classes),
                "-cp",
                classes.toString(),
                name));
    return Target.play(recording, folder);
  }

  private static String[] words(String[] first, String... more) {
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private void assertSame() {
    assertEquals(plain.out(), counted.out());
    assertEquals(plain.err(), counted.err().replaceAll("(?m)^.*Xverify:all.*\n", ""));
    assertEquals(plain.code(), counted.code());
  }

  @Test
  void a_class_without_line_numbers_is_left_alone_and_said() throws Exception {
    Path file = folder.resolve("Bare.java");
    Files.writeString(
        file, "public class Bare { public static void main(String[] a) { System.out.print(1); } }");
    Path classes = folder.resolve("classes");
    javac("-g:none", "-d", classes.toString(), file.toString());
    Session session = runClasses("Bare", classes);
    assertSame();
    assertEquals(
        "It has no line numbers (compile with -g).", session.picture().notices().get(0).text());
    assertEquals("Bare", session.picture().notices().get(0).subject());
  }

  private static void javac(String... arguments) {
    javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, System.err, arguments);
  }

  @Test
  void a_large_method_gets_fewer_probes_or_none_and_is_compiled_as_before() throws Exception {
    String source =
        """
        public class Huge {
          static int n;
          static int f() { return 1; }
          static void straight() {
        %s  }
          static void forked(int k) {
        %s  }
          public static void main(String[] args) {
            for (int i = 0; i < 12_000; i++) {
              straight();
              forked(i);
            }
        %s    System.out.println(n);
          }
        }
        """
            .formatted(
                "    n += f();\n".repeat(700),
                "    if (k == 1) n++;\n".repeat(600),
                "    n += f();\n".repeat(6_000));
    Session session = run("Huge", source, "-Xbatch", "-XX:+PrintCompilation");
    for (String method : List.of("straight", "forked")) {
      String compiled = "(?s).* 4 +Huge::" + method + " .*";
      assertTrue(plain.out().matches(compiled) && counted.out().matches(compiled), method);
    }
    assertTrue(counted.out().contains("\n8406600\n"));
    FilePicture file = session.file(new FileKey("Huge.java")).orElseThrow();
    assertEquals(12_000, file.hits(5));
    assertEquals(12_000, file.hits(704));
    assertEquals(1, file.hits(7_300));
    assertEquals(
        List.of(
            "Not counted, too large: forked. Lines behind a call count even if it throws,"
                + " as the method is large: straight, main."),
        session.picture().notices().stream().map(Picture.NoticePicture::text).toList());
  }

  @Test
  void a_wrong_option_is_one_line_and_the_program_runs() throws Exception {
    Path file = folder.resolve("Hello.java");
    Files.writeString(
        file,
        "public class Hello { public static void main(String[] a) { System.out.print(1); } }");
    Compilers.javac(folder.resolve("classes"), 17, List.of(file));
    for (String options : List.of("colour=red", "port=70000,token=x", "port=80", "x")) {
      Target.Ended ended =
          Target.java(
              "-javaagent:" + Target.agent() + "=" + options,
              "-cp",
              folder.resolve("classes").toString(),
              "Hello");
      assertEquals("1", ended.out());
      assertEquals(0, ended.code());
      assertTrue(
          ended.err().matches("afterglow: .*\\. The program runs uncounted\\.\n"), ended.err());
    }
  }

  /** The classes of a program that prints 1 on its only line. */
  private Path hello() throws Exception {
    Path file = folder.resolve("Hello.java");
    Files.writeString(
        file,
        "public class Hello { public static void main(String[] a) { System.out.print(1); } }");
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(file));
    return classes;
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_23)
  void a_security_manager_is_told_as_the_reason() throws Exception {
    Path classes = hello();
    Path recording = folder.resolve("recording");
    String agent = Target.agentArgument(recording, classes);
    String manager = "-Djava.security.manager";
    Target.Ended refused = Target.java(manager, agent, "-cp", classes.toString(), "Hello");
    assertEquals("1", refused.out());
    String remedy = "must grant java.security.AllPermission to its jar. The program runs uncounted";
    assertTrue(refused.err().contains(remedy), refused.err());
    Path policy = folder.resolve("policy");
    Files.writeString(
        policy,
        "grant codeBase \"%s\" { permission java.security.AllPermission; };"
            .formatted(Target.agent().toUri()));
    Target.Ended granted =
        Target.java(
            manager, "-Djava.security.policy=" + policy, agent, "-cp", classes.toString(), "Hello");
    assertEquals("1", granted.out());
    assertFalse(granted.err().contains("afterglow"), granted.err());
    FilePicture picture =
        Target.play(recording, folder).file(new FileKey("Hello.java")).orElseThrow();
    assertEquals(1, picture.hits(1));
  }

  @Test
  void a_second_agent_says_that_the_first_one_goes_on() throws Exception {
    Path classes = hello();
    Path recording = folder.resolve("recording");
    Target.Ended ended =
        Target.java(
            Target.agentArgument(recording, classes),
            Target.agentArgument(folder.resolve("second"), classes),
            "-cp",
            classes.toString(),
            "Hello");
    String said = "afterglow: this JVM has the agent already: the first one goes on alone.\n";
    assertEquals(new Target.Ended(0, "1", said), ended);
    FilePicture picture =
        Target.play(recording, folder).file(new FileKey("Hello.java")).orElseThrow();
    assertEquals(1, picture.hits(1));
    assertFalse(Files.exists(folder.resolve("second")));
  }

  @Test
  void nobody_at_the_port_costs_the_program_nothing() throws IOException, InterruptedException {
    Path token = Files.write(folder.resolve("token"), new byte[32]);
    Path file = folder.resolve("Hello.java");
    Files.writeString(
        file,
        "public class Hello { public static void main(String[] a) { System.out.print(1); } }");
    Compilers.javac(folder.resolve("classes"), 17, List.of(file));
    Target.Ended ended =
        Target.java(
            "-javaagent:" + Target.agent() + "=port=1,token=" + token,
            "-cp",
            folder.resolve("classes").toString(),
            "Hello");
    assertEquals("1", ended.out());
    assertEquals("", ended.err());
    assertEquals(0, ended.code());
  }
}
