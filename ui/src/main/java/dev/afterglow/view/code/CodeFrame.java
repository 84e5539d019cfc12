// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FilePicture;
import java.util.BitSet;
import java.util.Map;

/**
 * What all lines of a frame are drawn from.
 *
 * @param picture the file's numbers, or null while it has none
 * @param now the session clock
 * @param columns where things stand
 * @param palette the colours
 * @param current the line being executed, 0 for none
 * @param callers the lines of its callers
 * @param loops the headers of loops that run now
 * @param values the values behind the lines, or null without any
 * @param messages what is said about lines
 * @param scroll how far the code is scrolled to the right
 * @param told the lines whose numbers are shown while those of the others are to be guessed; null
 *     while all are shown
 */
record CodeFrame(
    FilePicture picture,
    long now,
    Columns columns,
    Palette palette,
    int current,
    BitSet callers,
    BitSet loops,
    LineValues values,
    Map<Integer, Messages.Message> messages,
    double scroll,
    BitSet told) {

  long hits(int line) {
    return picture == null ? FilePicture.NONE : picture.hits(line);
  }

  /** Whether a line has a number that is to be guessed. */
  boolean hides(int line) {
    return told != null && !told.get(line) && hits(line) != FilePicture.NONE;
  }

  long max() {
    return picture == null ? 0 : picture.maxHits();
  }
}
