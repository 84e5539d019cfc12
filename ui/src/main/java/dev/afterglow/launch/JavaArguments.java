// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind {@code java} on a command line, taken apart as far as it must be known.
 *
 * @param options the JVM's options before the main class, jar, module or source file
 * @param kind what is run
 * @param main the main class, jar, module or source file; empty if an argument file names it
 * @param arguments the program's own arguments
 * @param places where classes, and so sources, lie: the class path or module path
 */
public record JavaArguments(
    List<String> options, Kind kind, String main, List<String> arguments, List<Path> places) {

  /** What is run. */
  public enum Kind {
    /** A single source file. */
    SOURCE,
    /** A main class of the class path. */
    CLASS,
    /** {@code -jar}. */
    JAR,
    /** {@code -m}. */
    MODULE
  }

  private static final Set<String> WITH_VALUE =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--limit-modules",
          "--add-reads",
          "--add-exports",
          "--add-opens",
          "--patch-module",
          "--enable-native-access",
          "--illegal-native-access",
          "--finalization",
          "--source");

  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
  private static final Set<String> MODULE_PATH = Set.of("-p", "--module-path");

  /** Beginnings of the options that {@code java} knows and that take no word of their own. */
  private static final List<String> ALONE =
      List.of(
          "-D",
          "-X",
          "-ea",
          "-da",
          "-esa",
          "-dsa",
          "-enable",
          "-disable",
          "-verbose",
          "-agentlib:",
          "-agentpath:",
          "-javaagent:",
          "-server",
          "-client",
          "-showversion",
          "--show-version",
          "--show-module-resolution",
          "--enable-preview",
          "--enable-native-access=",
          "--illegal-access=",
          "--illegal-native-access=",
          "--sun-misc-unsafe-memory-access=",
          "--add-",
          "--limit-modules=",
          "--class-path=",
          "--module-path=",
          "--upgrade-module-path=",
          "--patch-module=",
          "--finalization=",
          "--source=",
          "--disable-@files",
          "-splash:",
          "-d32",
          "-d64");

  /**
   * Takes a command line apart.
   *
   * @throws UserException if there is nothing to run, or an option that {@code java} does not know
   */
  public static JavaArguments parse(List<String> words) throws UserException {
    List<String> options = new ArrayList<>();
    List<Path> places = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-jar")) {
        String jar = value(words, i, "-jar needs a jar file: afterglow -jar app.jar");
        List<Path> jars = List.of(Path.of(jar));
        return new JavaArguments(options, Kind.JAR, jar, rest(words, i + 2), jars);
      }
      if (word.equals("-m") || word.equals("--module")) {
        String module = value(words, i, word + " needs a module: afterglow -p mods -m app/Main");
        return new JavaArguments(options, Kind.MODULE, module, rest(words, i + 2), places);
      }
      if (word.startsWith("--module=")) {
        String module = word.substring(word.indexOf('=') + 1);
        return new JavaArguments(options, Kind.MODULE, module, rest(words, i + 1), places);
      }
      options.add(word);
      if (WITH_VALUE.contains(word)) {
        String value = value(words, i, word + " needs a value, as with java.");
        options.add(value);
        addPlaces(places, word, value);
        i++;
      } else if (word.startsWith("--") && word.indexOf('=') > 0) {
        int equals = word.indexOf('=');
        check(word);
        addPlaces(places, word.substring(0, equals), word.substring(equals + 1));
      } else if (word.startsWith("@") && word.length() > 1) {
        return withFile(options, words, i);
      } else if (word.startsWith("-")) {
        check(word);
      } else {
        options.remove(options.size() - 1);
        boolean source = word.endsWith(".java");
        Kind kind = source ? Kind.SOURCE : Kind.CLASS;
        return new JavaArguments(options, kind, word, rest(words, i + 1), classPath(places, kind));
      }
    }
    throw new UserException(
        "There is no program to run: name a source file, or -jar app.jar, or -cp classes Main.");
  }

  /** An argument file stands for words; what it holds decides what the rest is. */
  private static JavaArguments withFile(List<String> options, List<String> words, int at)
      throws UserException {
    Path file = Path.of(words.get(at).substring(1));
    List<String> all = new ArrayList<>(options.subList(0, options.size() - 1));
    try {
      all.addAll(ArgumentFile.words(Files.readString(file)));
    } catch (IOException e) {
      throw new UserException("The argument file " + file + " cannot be read: check its path.", e);
    }
    all.addAll(rest(words, at + 1));
    return parse(all);
  }

  private static List<Path> classPath(List<Path> places, Kind kind) {
    if (!places.isEmpty() || kind == Kind.SOURCE) {
      return places;
    }
    List<Path> byDefault = new ArrayList<>();
    addPlaces(byDefault, "-cp", Optional.ofNullable(System.getenv("CLASSPATH")).orElse("."));
    return byDefault;
  }

  private static void addPlaces(List<Path> places, String option, String value) {
    if (!CLASS_PATH.contains(option) && !MODULE_PATH.contains(option)) {
      return;
    }
    if (CLASS_PATH.contains(option)) {
      places.clear(); // the last one counts, as with java
    }
    for (String entry : value.split(File.pathSeparator)) {
      boolean all = entry.endsWith("/*") || entry.equals("*");
      String folder = all ? entry.substring(0, entry.length() - 1) : entry;
      Path path = Path.of(folder.isEmpty() ? "." : folder);
      File[] jars =
          all || MODULE_PATH.contains(option)
              ? path.toFile().listFiles((in, name) -> name.endsWith(".jar"))
              : null;
      for (File jar : jars == null ? new File[0] : jars) {
        places.add(jar.toPath());
      }
      if (!all) {
        places.add(path);
      }
    }
  }

  private static void check(String option) throws UserException {
    for (String known : ALONE) {
      if (option.startsWith(known)) {
        return;
      }
    }
    throw new UserException(
        "Neither afterglow nor java knows the option " + option + ": see afterglow --help.");
  }

  private static String value(List<String> words, int at, String otherwise) throws UserException {
    if (at + 1 >= words.size()) {
      throw new UserException(otherwise);
    }
    return words.get(at + 1);
  }

  private static List<String> rest(List<String> words, int from) {
    return List.copyOf(words.subList(Math.min(from, words.size()), words.size()));
  }
}
