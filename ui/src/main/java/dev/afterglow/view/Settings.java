// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the window remembers between runs: its size, choices and recent programs. Kept in a small
 * properties file; a file that is missing or broken reads as empty, a value that makes no sense as
 * its default, and a folder that cannot be written to costs only the memory. Safe for any thread.
 */
public final class Settings {
  /** How many recent programs are kept. */
  public static final int RECENT_LIMIT = 12;

  private static final String FILE_NAME = "settings.properties";

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();

  private Settings(Path file) {
    this.file = file;
  }

  /** Reads the settings of the present user. */
  public static Settings load() {
    return load(folder(System::getenv, System.getProperty("os.name"), home()));
  }

  /**
   * Reads the settings kept in a folder.
   *
   * @param folder where the file is, or will be made
   */
  public static Settings load(Path folder) {
    Settings settings = new Settings(folder.resolve(FILE_NAME));
    settings.read();
    return settings;
  }

  /** The folder for a system, by its conventions. */
  static Path folder(UnaryOperator<String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String roaming = environment.apply("APPDATA");
      Path base = isBlank(roaming) ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
      return base.resolve("Afterglow");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Afterglow");
    }
    String config = environment.apply("XDG_CONFIG_HOME");
    // The XDG rules say that a relative path is to be ignored.
    Path base =
        isBlank(config) || !config.startsWith("/") ? home.resolve(".config") : Path.of(config);
    return base.resolve("afterglow");
  }

  /** The text kept under a name, or the other. */
  public synchronized String text(String key, String other) {
    return values.getOrDefault(key, other);
  }

  /** The number kept under a name if it is one within the limits, or the other. */
  public double number(String key, double least, double most, double other) {
    try {
      double value = Double.parseDouble(text(key, ""));
      return value >= least && value <= most ? value : other;
    } catch (NumberFormatException e) {
      return other;
    }
  }

  /** The choice kept under a name, or the other. */
  public boolean flag(String key, boolean other) {
    String value = text(key, "");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> other;
    };
  }

  /** Keeps a value until {@link #save}; null forgets it. */
  public synchronized void put(String key, Object value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value.toString());
    }
  }

  /** The recent programs, newest first, each as its command-line arguments. */
  public synchronized List<List<String>> recent() {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < RECENT_LIMIT; i++) {
      String joined = values.get(recentKey(i));
      if (!isBlank(joined)) {
        all.add(List.of(joined.split("\n", -1)));
      }
    }
    return all;
  }

  /** Puts a program in front of the recent ones. */
  public synchronized void addRecent(List<String> arguments) {
    List<List<String>> all = new ArrayList<>(recent());
    all.remove(arguments);
    all.add(0, List.copyOf(arguments));
    setRecent(all);
  }

  /** Forgets a recent program, such as one whose file is gone. */
  public synchronized void removeRecent(List<String> arguments) {
    List<List<String>> all = new ArrayList<>(recent());
    all.remove(arguments);
    setRecent(all);
  }

  /**
   * Writes the file: beside the old one first, so that a crash or a full disk leaves the old one.
   *
   * @return whether it was written
   */
  public synchronized boolean save() {
    Properties properties = new Properties();
    properties.putAll(values);
    Path next = file.resolveSibling(FILE_NAME + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
        properties.store(writer, "Afterglow remembers its window here; it may be deleted.");
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException | SecurityException e) {
      // Nothing the user asked for is lost: the next start has the default look.
      return false;
    }
  }

  private void setRecent(List<List<String>> all) {
    for (int i = 0; i < RECENT_LIMIT; i++) {
      put(recentKey(i), i < all.size() ? String.join("\n", all.get(i)) : null);
    }
  }

  private void read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException | SecurityException e) {
      // Missing on the first start; broken: start afresh.
      return;
    }
    for (String key : properties.stringPropertyNames()) {
      values.put(key, properties.getProperty(key));
    }
  }

  private static String recentKey(int index) {
    return String.format(Locale.ROOT, "recent.%02d", index);
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
