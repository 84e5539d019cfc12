// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.Collections;
import java.util.List;

/** From the numbers of a class file's line table to lines of source files. */
interface LineMap {
  /** The numbers are the lines. */
  LineMap IDENTITY =
      new LineMap() {
        @Override
        public int sourceLine(int number) {
          return number;
        }

        @Override
        public List<int[]> calls() {
          return Collections.emptyList();
        }

        @Override
        public List<String> files() {
          return Collections.singletonList("");
        }
      };

  /** The {@link LineId} of the source line, or 0 if the map does not know it. */
  int sourceLine(int number);

  /** Where code was inlined: first and last number, the line of the call in the class's file. */
  List<int[]> calls();

  /**
   * The files that code was copied from, by the number in {@link LineId#place}: a class of the
   * file, with slashes, a colon and the file's name. The first one, the class's own, is empty.
   */
  List<String> files();
}
