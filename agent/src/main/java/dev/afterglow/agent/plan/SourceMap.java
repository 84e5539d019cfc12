// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A class file's {@code SourceDebugExtension} (JSR-45), as far as it tells which of the class's
 * line numbers belong to its own source file. Reads the first stratum: where the code is written.
 */
final class SourceMap implements LineMap {
  /** Each entry: first output line, last output line, first input line, output lines per line. */
  private final List<int[]> ranges = new ArrayList<int[]>();

  private SourceMap() {}

  /** The map; one that cannot be read maps each line to itself. */
  static LineMap parse(String text, String sourceFile) {
    try {
      SourceMap map = new SourceMap();
      map.read(text.split("\\r\\n|\\r|\\n", -1), sourceFile);
      return map.ranges.isEmpty() ? IDENTITY : map;
    } catch (RuntimeException damaged) {
      return IDENTITY;
    }
  }

  @Override
  public int sourceLine(int number) {
    for (int[] range : ranges) {
      if (number >= range[0] && number <= range[1]) {
        return range[2] + (number - range[0]) / range[3];
      }
    }
    return 0;
  }

  private void read(String[] lines, String sourceFile) {
    int strata = 0;
    String section = "";
    List<String> own = new ArrayList<String>();
    String file = "1";
    for (int i = 3; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("*")) {
        section = line.isEmpty() ? "" : line.substring(0, Math.min(2, line.length()));
        strata += section.equals("*S") ? 1 : 0;
        if (strata > 1 || section.equals("*E")) {
          return;
        }
      } else if (section.equals("*F")) {
        boolean path = line.startsWith("+ ");
        String[] parts = (path ? line.substring(2) : line).split(" ", 2);
        if (parts.length == 2 && parts[1].equals(sourceFile)) {
          own.add(parts[0]);
        }
        i += path ? 1 : 0;
      } else if (section.equals("*L")) {
        file = readRange(line, file, own);
      }
    }
  }

  /** Reads {@code InputStart#File,Repeat:OutputStart,Increment}; returns the file for the next. */
  private String readRange(String line, String lastFile, List<String> own) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return lastFile;
    }
    String input = line.substring(0, colon);
    String output = line.substring(colon + 1);
    int repeat = 1;
    int comma = input.indexOf(',');
    if (comma >= 0) {
      repeat = Integer.parseInt(input.substring(comma + 1).trim());
      input = input.substring(0, comma);
    }
    String file = lastFile;
    int hash = input.indexOf('#');
    if (hash >= 0) {
      file = input.substring(hash + 1).trim();
      input = input.substring(0, hash);
    }
    int increment = 1;
    comma = output.indexOf(',');
    if (comma >= 0) {
      increment = Math.max(1, Integer.parseInt(output.substring(comma + 1).trim()));
      output = output.substring(0, comma);
    }
    if (own.contains(file)) {
      int start = Integer.parseInt(output.trim());
      ranges.add(
          new int[] {
            start, start + repeat * increment - 1, Integer.parseInt(input.trim()), increment
          });
    }
    return file;
  }
}
