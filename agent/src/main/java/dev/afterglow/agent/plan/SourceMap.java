// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A class file's {@code SourceDebugExtension} (JSR-45): which of its line numbers stand for which
 * line of which file. Of the first stratum it takes where the code is written, of Kotlin's second
 * one where it was inlined.
 */
final class SourceMap implements LineMap {
  private static final String CALLS = "KotlinDebug";

  private final List<Range> ranges = new ArrayList<Range>();
  private final List<Range> calls = new ArrayList<Range>();
  private final List<String> files = new ArrayList<String>();
  private final CopyFilter filter;

  /** Lines of the output and the lines of a file that they stand for. */
  private static final class Range {
    final int place;
    final int input;
    final int output;
    final int repeat;
    final int increment;

    Range(int place, int input, int repeat, int output, int increment) {
      this.place = place;
      this.input = input;
      this.output = output;
      this.repeat = repeat;
      this.increment = increment;
    }

    boolean has(int number) {
      return number >= output && (number - output) / increment < repeat;
    }

    int line(int number) {
      return input + (number - output) / increment;
    }
  }

  private SourceMap(CopyFilter filter) {
    this.filter = filter;
    files.add("");
  }

  /**
   * The map; one that cannot be read, or does not speak of the class's own file, maps each line to
   * itself.
   *
   * @param className internal name
   * @param sourceFile the class file's {@code SourceFile}
   * @param filter tells the other files whose lines matter
   */
  static LineMap parse(String text, String className, String sourceFile, CopyFilter filter) {
    try {
      SourceMap map = new SourceMap(filter);
      map.read(text.split("\\r\\n|\\r|\\n", -1), folder(className), sourceFile);
      return map.speaksOfOwnFile() ? map : IDENTITY;
    } catch (RuntimeException damaged) {
      return IDENTITY;
    }
  }

  @Override
  public int sourceLine(int number) {
    for (Range range : ranges) {
      if (range.has(number)) {
        int line = range.line(number);
        boolean inPlace = range.place == 0 && line == number;
        return inPlace ? number : LineId.copy(range.place, line);
      }
    }
    return 0;
  }

  @Override
  public List<int[]> calls() {
    List<int[]> found = new ArrayList<int[]>();
    for (Range range : calls) {
      if (range.place == 0) {
        int last = range.output + range.repeat * range.increment - 1;
        found.add(new int[] {range.output, last, range.input});
      }
    }
    return found;
  }

  @Override
  public List<String> files() {
    return files;
  }

  private boolean speaksOfOwnFile() {
    for (Range range : ranges) {
      if (range.place == 0) {
        return true;
      }
    }
    return false;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private void read(String[] lines, String folder, String sourceFile) {
    List<Range> stratum = null;
    char section = ' ';
    Map<String, Integer> places = new HashMap<String, Integer>();
    String file = "0";
    for (int i = 3; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("*")) {
        section = line.length() > 1 ? line.charAt(1) : ' ';
        if (section == 'S') {
          stratum =
              stratum == null ? ranges : line.endsWith(CALLS) ? calls : new ArrayList<Range>();
          places.clear();
          file = "0";
        } else if (section == 'E') {
          return;
        }
      } else if (section == 'F') {
        boolean path = line.startsWith("+ ");
        String[] parts = (path ? line.substring(2) : line).split(" ", 2);
        if (parts.length == 2) {
          boolean near = !path || folder(lines[i + 1]).equals(folder);
          boolean own = near && parts[1].equals(sourceFile);
          String className = path ? lines[i + 1] : "";
          if (own) {
            places.put(parts[0], 0);
          } else if (filter.wants(className)) {
            places.put(parts[0], place(className + ":" + parts[1]));
          }
        }
        i += path ? 1 : 0;
      } else if (section == 'L' && stratum != null) {
        file = readRange(line, file, places, stratum);
      }
    }
  }

  private int place(String file) {
    int known = files.indexOf(file);
    if (known >= 0) {
      return known;
    }
    files.add(file);
    return files.size() - 1;
  }

  /** Reads {@code InputStart#File,Repeat:OutputStart,Increment}; returns the file for the next. */
  private static String readRange(
      String line, String lastFile, Map<String, Integer> places, List<Range> into) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return lastFile;
    }
    String[] input = line.substring(0, colon).split(",", 2);
    String[] output = line.substring(colon + 1).split(",", 2);
    int hash = input[0].indexOf('#');
    String file = hash < 0 ? lastFile : input[0].substring(hash + 1).trim();
    int repeat = input.length < 2 ? 1 : Integer.parseInt(input[1].trim());
    int increment = output.length < 2 ? 1 : Math.max(1, Integer.parseInt(output[1].trim()));
    int start = Integer.parseInt((hash < 0 ? input[0] : input[0].substring(0, hash)).trim());
    Integer place = places.get(file);
    if (place != null) {
      into.add(new Range(place, start, repeat, Integer.parseInt(output[0].trim()), increment));
    }
    return file;
  }
}
