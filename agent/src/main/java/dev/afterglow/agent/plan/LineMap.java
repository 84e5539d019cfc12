// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

/** From the numbers of a class file's line table to lines of its source file. */
interface LineMap {
  /** The numbers are the lines. */
  LineMap IDENTITY =
      new LineMap() {
        @Override
        public int sourceLine(int number) {
          return number;
        }
      };

  /** The source line, or 0 if the code was not written in the class's own source file. */
  int sourceLine(int number);
}
