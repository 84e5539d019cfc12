// SPDX-License-Identifier: Apache-2.0

import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A language's compiler compiles a program, which is run: {@code Compilers LANGUAGE FOLDER}. */
public class Compilers {
  private static final String JAVA =
      "public class Program { enum E { A, B } record P(int x, String y) {} "
          + "static String f(Object o) { return o instanceof P p && p.x() > 1 ? p.y() : switch (\"\" + o)"
          + " { case \"A\" -> \"a\"; default -> o.toString(); }; }"
          + "public static void main(String[] args) { for (Object o : new Object[] {E.A, new P(2, \"two\"), 3})"
          + " System.out.println(f(o)); java.util.List.of(1, 2).forEach(n -> System.out.println(n + 1)); } }";

  private static final String KOTLIN =
      "sealed interface S\ndata class A(val n: Int) : S\nobject B : S\n"
          + "fun f(s: S) = when (s) { is A -> \"a${s.n}\"\n B -> \"b\" }\n"
          + "object Program { @JvmStatic fun main(args: Array<String>) {\n"
          + "listOf(A(1), B).map(::f).forEach { println(it) }\n"
          + "println((1..20).groupBy { it % 3 }.mapValues { (_, v) -> v.sum() }) } }";

  private static final String SCALA =
      "sealed trait S; case class A(n: Int) extends S; case object B extends S\n"
          + "object Program { def f(s: S) = s match { case A(n) if n > 1 => s\"a$n\"; case A(_) => \"a\"; case B => \"b\" }\n"
          + "def main(args: Array[String]): Unit = { for (s <- Seq(A(2), A(1), B)) println(f(s))\n"
          + "println((1 to 20).groupBy(_ % 3).map { case (k, v) => k -> v.sum }.toList.sorted) } }";

  private static final String GROOVY =
      "class Program { static f(x) { switch (x) { case Number: return \"n$x\"; case ~/a.*/: return 'a'; default: return 'b' } }\n"
          + "static void main(String[] args) { [1, 'abc', [2]].each { println f(it) }\n"
          + "println((1..20).groupBy { it % 3 }.collectEntries { k, v -> [k, v.sum()] }) } }";

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    Path classes = Files.createDirectories(folder.resolve("out"));
    String libraries = System.getProperty("java.class.path");
    switch (args[0]) {
      case "ecj" -> {
        String[] options = {"-17", "-d", classes.toString(), write(folder, "java", JAVA)};
        PrintWriter out = new PrintWriter(System.out, true);
        org.eclipse.jdt.core.compiler.batch.BatchCompiler.compile(options, out, out, null);
      }
      case "javac" -> {
        String[] options = {"-d", classes.toString(), "-Xlint:all", "-verbose", write(folder, "java", JAVA)};
        PrintStream none = new PrintStream(PrintStream.nullOutputStream());
        javax.tools.ToolProvider.getSystemJavaCompiler().run(null, System.out, none, options);
      }
      case "kotlin" -> {
        String[] options = {"-no-stdlib", "-no-reflect", "-cp", libraries, "-d", classes.toString(), write(folder, "kt", KOTLIN)};
        new org.jetbrains.kotlin.cli.jvm.K2JVMCompiler().exec(System.out, options);
      }
      case "scala" -> {
        String[] options = {"-cp", libraries, "-d", classes.toString(), write(folder, "scala", SCALA)};
        scala.tools.nsc.Main.process(options);
      }
      case "groovy" -> {
        String[] options = {"-d", classes.toString(), write(folder, "groovy", GROOVY)};
        org.codehaus.groovy.tools.FileSystemCompiler.commandLineCompile(options);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    File[] files = classes.toFile().listFiles((at, name) -> name.endsWith(".class"));
    Arrays.sort(files);
    CRC32 all = new CRC32();
    for (File file : files) {
      all.update(Files.readAllBytes(file.toPath()));
    }
    System.out.println(files.length + " classes, CRC " + Long.toHexString(all.getValue()));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader.loadClass("Program").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }
  }

  private static String write(Path folder, String ending, String text) throws Exception {
    return Files.writeString(folder.resolve("Program." + ending), text).toString();
  }
}
