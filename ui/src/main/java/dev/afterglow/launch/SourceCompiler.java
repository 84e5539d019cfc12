// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import dev.afterglow.launch.Program.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a single source file with {@code -g}, and what it needs of the files beside it, and
 * finds the class to run as {@code java File.java} does: the first in the file.
 */
final class SourceCompiler {
  /** From this release on a main method needs neither be static nor take arguments. */
  static final int INSTANCE_MAIN = 25;

  private final Path file;
  private final List<String> options;

  /**
   * The outcome.
   *
   * @param main the main class, or null if it did not compile
   * @param root the folder that the file's package lies in
   * @param diagnostics the compiler's messages
   */
  record Result(String main, Path root, List<Diagnostic> diagnostics) {
    boolean failed() {
      return main == null;
    }
  }

  /**
   * A file to compile.
   *
   * @param options the JVM's options, of which the compiler gets those that concern it
   */
  SourceCompiler(Path file, List<String> options) {
    this.file = file;
    this.options = options;
  }

  Result compile(Path classes) throws UserException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new UserException(
          "This Java has no compiler: install a JDK (17 or newer) and let JAVA_HOME name it.");
    }
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, null, StandardCharsets.UTF_8)) {
      Path absolute = file.toAbsolutePath().normalize();
      Heads heads = heads(compiler, files, absolute);
      Path root = heads.root(absolute);
      List<String> arguments = arguments(classes, root);
      boolean done =
          compiler
              .getTask(null, files, messages, arguments, null, files.getJavaFileObjects(absolute))
              .call();
      Remedies remedies =
          new Remedies(
              absolute.getFileName().toString(), heads.all.isEmpty(), Runtime.version().feature());
      List<Diagnostic> diagnostics = diagnostics(messages, root, remedies);
      return done
          ? new Result(heads.main(file), root, diagnostics)
          : new Result(null, root, diagnostics);
    } catch (IllegalArgumentException e) {
      throw new UserException("javac does not take these options: " + e.getMessage() + ".", e);
    } catch (UserException e) {
      throw e;
    } catch (IOException e) {
      throw new UserException(file + " cannot be compiled: " + e.getMessage() + ".", e);
    }
  }

  private List<String> arguments(Path classes, Path root) {
    List<String> arguments =
        new ArrayList<>(List.of("-g", "-proc:none", "-Xlint:-options", "-d", classes.toString()));
    arguments.addAll(List.of("-sourcepath", root.toString(), "-implicit:class"));
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      switch (option) {
        case "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--add-modules",
            "--add-exports",
            "--add-reads",
            "--limit-modules",
            "--patch-module" -> {
          arguments.add(option);
          arguments.add(options.get(++i));
        }
        case "--source" -> {
          arguments.add("--release");
          arguments.add(options.get(++i));
        }
        case "--enable-preview" -> arguments.add(option);
        default -> {
          if (option.startsWith("--class-path=")
              || option.startsWith("--module-path=")
              || option.startsWith("--add-modules=")
              || option.startsWith("--add-exports=")) {
            arguments.add(option);
          }
        }
      }
    }
    if (arguments.contains("--enable-preview") && !arguments.contains("--release")) {
      arguments.addAll(List.of("--release", Integer.toString(Runtime.version().feature())));
    }
    return arguments;
  }

  private Heads heads(JavaCompiler compiler, StandardJavaFileManager files, Path absolute)
      throws IOException {
    // Its own messages are dropped here: the real run gives them again.
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                new DiagnosticCollector<>(),
                previewOptions(),
                null,
                files.getJavaFileObjects(absolute));
    Heads heads = new Heads();
    for (CompilationUnitTree unit : task.parse()) {
      heads.packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree each) {
          heads.add(each);
        }
      }
    }
    return heads;
  }

  private List<String> previewOptions() {
    return options.contains("--enable-preview")
        ? List.of("--enable-preview", "--release", "" + Runtime.version().feature())
        : List.of();
  }

  private static List<Diagnostic> diagnostics(
      DiagnosticCollector<JavaFileObject> messages, Path root, Remedies remedies) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (var each : messages.getDiagnostics()) {
      boolean error = each.getKind() == Kind.ERROR;
      if (error || each.getKind() == Kind.WARNING || each.getKind() == Kind.MANDATORY_WARNING) {
        String path = "";
        if (each.getSource() != null) {
          Path source = Path.of(each.getSource().toUri());
          path = (source.startsWith(root) ? root.relativize(source) : source).toString();
        }
        String text = each.getMessage(Locale.ENGLISH);
        diagnostics.add(
            new Diagnostic(
                path.replace('\\', '/'),
                Math.max(0, each.getLineNumber()),
                Math.max(0, each.getColumnNumber()),
                error,
                text + remedies.after(each.getCode(), text)));
      }
    }
    return diagnostics;
  }

  /** The heads of a file's classes. */
  private static final class Heads {
    private String packageName = "";
    private final List<String> all = new ArrayList<>();
    private final List<String> mains = new ArrayList<>();

    void add(ClassTree type) {
      String name = type.getSimpleName().toString();
      all.add(name);
      for (Tree member : type.getMembers()) {
        if (member instanceof MethodTree method && isMain(method)) {
          mains.add(name);
          return;
        }
      }
    }

    private static boolean isMain(MethodTree method) {
      if (!method.getName().contentEquals("main")) {
        return false;
      }
      boolean newer = Runtime.version().feature() >= INSTANCE_MAIN;
      boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
      List<? extends VariableTree> parameters = method.getParameters();
      boolean strings =
          parameters.size() == 1
              && parameters.get(0).getType() != null
              && parameters
                  .get(0)
                  .getType()
                  .toString()
                  .matches("(java\\.lang\\.)?String(\\[\\]|\\.\\.\\.)");
      return (isStatic || newer) && (strings || (newer && parameters.isEmpty()));
    }

    /** The folder above the package's folders; the file's own if they do not fit. */
    Path root(Path file) {
      Path root = file.getParent();
      String[] parts = packageName.isEmpty() ? new String[0] : packageName.split("\\.");
      for (int i = parts.length - 1; i >= 0; i--) {
        if (root.getFileName() == null || !root.getFileName().toString().equals(parts[i])) {
          return file.getParent();
        }
        root = root.getParent();
      }
      return root;
    }

    String main(Path file) throws UserException {
      String name = String.valueOf(file.getFileName());
      if (mains.isEmpty()) {
        throw new UserException(
            name + " has no main method to start: add public static void main(String[] args).");
      }
      String named = name.substring(0, name.length() - ".java".length());
      boolean clear = mains.size() == 1 || mains.get(0).equals(all.get(0));
      if (!clear && !mains.contains(named)) {
        throw new UserException(
            name
                + " has main methods in "
                + String.join(" and ", mains)
                + ": put the class to start first in the file.");
      }
      String main = clear ? mains.get(0) : named;
      return packageName.isEmpty() ? main : packageName + "." + main;
    }
  }
}
