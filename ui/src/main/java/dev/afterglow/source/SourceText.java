// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.util.List;

/**
 * A source file as it was read: immutable.
 *
 * @param name the file's name or path, for messages
 * @param text the whole text with \n as line end
 * @param lines the lines without line ends
 */
public record SourceText(String name, String text, List<String> lines) {

  /** Splits a text into lines; accepts all line ends, of which the last begins no line. */
  public static SourceText of(String name, String text) {
    String unified = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean ended = unified.endsWith("\n");
    String lines = ended ? unified.substring(0, unified.length() - 1) : unified;
    return new SourceText(name, unified, List.of(lines.split("\n", -1)));
  }

  /** The number of lines, 1 or more. */
  public int lineCount() {
    return lines.size();
  }

  /** The text of a line that counts from 1. */
  public String line(int number) {
    return lines.get(number - 1);
  }
}
