// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

/** As much of the Java virtual machine's instruction set as is needed to follow a trace. */
final class Instructions {
  private static final int TABLESWITCH = 170;
  private static final int LOOKUPSWITCH = 171;
  private static final int WIDE = 196;
  private static final int IINC = 132;
  static final int GOTO = 167;
  static final int RETURN = 177;

  private static final int MONITOREXIT = 195;

  /** Length of opcodes 0 to 201; 0 for those whose length varies. */
  private static final String LENGTHS =
      "11111111111111112323322222111111111111111111111111111122222111111111111111111111"
          + "11111111111111111111111111111111111111111111111111113111111111111111111113333333"
          + "333333333200111111333333355323113311043355";

  private final byte[] code;

  Instructions(byte[] code) {
    this.code = code;
  }

  int opcode(int at) {
    return at < code.length ? code[at] & 0xff : -1;
  }

  int length(int at) {
    int opcode = opcode(at);
    int base = (at + 4) & ~3;
    return switch (opcode) {
      case WIDE -> opcode(at + 1) == IINC ? 6 : 4;
      case TABLESWITCH -> base + 12 + 4 * (int4(base + 8) - int4(base + 4) + 1) - at;
      case LOOKUPSWITCH -> base + 8 + 8 * int4(base + 4) - at;
      default -> LENGTHS.charAt(opcode) - '0';
    };
  }

  /** Whether control can pass from one instruction to another without an exception. */
  boolean follows(int from, int to) {
    int opcode = opcode(from);
    boolean next = to == from + length(from);
    if (opcode == GOTO) {
      return to == from + int2(from + 1);
    }
    if (opcode == 200) {
      return to == from + int4(from + 1);
    }
    if (conditional(from)) {
      return next || to == from + int2(from + 1);
    }
    if (opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
      return inSwitch(from, to);
    }
    return next && !returns(from) && opcode != 191;
  }

  /** Whether a handler first gives back the lock of a synchronized block. */
  boolean unlocks(int handler) {
    int load = handler + length(handler);
    return opcode(load + length(load)) == MONITOREXIT;
  }

  /** Where a jump backward leads, or -1. */
  int backward(int at) {
    int target = target(at);
    return target < at ? target : -1;
  }

  /** Where a jump leads; what is none leads to itself. */
  int target(int at) {
    int opcode = opcode(at);
    int offset = opcode == GOTO || conditional(at) ? int2(at + 1) : 0;
    return at + (opcode == 200 ? int4(at + 1) : offset);
  }

  boolean conditional(int at) {
    int opcode = opcode(at);
    return (opcode >= 153 && opcode <= 166) || opcode == 198 || opcode == 199;
  }

  boolean returns(int at) {
    int opcode = opcode(at);
    return opcode >= 172 && opcode <= RETURN;
  }

  /** Whether all that is done from here on is to return, perhaps with what a variable holds. */
  boolean handsOver(int at) {
    int opcode = opcode(at);
    boolean load = (opcode >= 21 && opcode <= 25) || (opcode >= 26 && opcode <= 45);
    boolean wide = opcode == WIDE && opcode(at + 1) <= 25;
    return returns(load || wide ? at + length(at) : at);
  }

  private boolean inSwitch(int from, int to) {
    int base = (from + 4) & ~3;
    if (to == from + int4(base)) {
      return true;
    }
    boolean table = opcode(from) == TABLESWITCH;
    int step = table ? 4 : 8;
    // Behind the bounds, or behind the number of pairs and the first pair's key.
    for (int at = base + 12; at < from + length(from); at += step) {
      if (to == from + int4(at)) {
        return true;
      }
    }
    return false;
  }

  private int int2(int at) {
    return (short) ((code[at] & 0xff) << 8 | (code[at + 1] & 0xff));
  }

  private int int4(int at) {
    return int2(at) << 16 | (int2(at + 2) & 0xffff);
  }
}
