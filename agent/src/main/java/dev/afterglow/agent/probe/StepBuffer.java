// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;

/** Bytes of reports, in the form that the wire's {@code Steps} frame has. */
final class StepBuffer {
  static final int THREAD = 0;
  static final int CALL = 1;
  static final int LINE = 2;
  static final int RETURN = 3;
  static final int THROW = 4;
  static final int CATCH = 5;
  static final int VALUES = 6;

  /** The first of the kinds that the wire's first version did not have. */
  static final int PASS = 7;

  private static final int KEEP = 8 << 10;

  byte[] bytes = new byte[256];
  int size;

  /** Whether it begins with a step of such a kind. */
  boolean later() {
    return bytes[0] >= PASS;
  }

  void clear() {
    size = 0;
    if (bytes.length > KEEP) {
      bytes = new byte[256];
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  void put(int octet) {
    room(1);
    bytes[size++] = (byte) octet;
  }

  /** Seven bits a byte, lowest first. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void add(StepBuffer other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  /** The length in bytes, then UTF-8; half a character becomes a question mark. */
  void string(CharSequence text) {
    int length = text.length();
    room(3 * length + 5);
    int start = size;
    // Most texts are short and plain: one byte of length, one a character.
    int at = start + 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | (c >> 6));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        bytes[at++] = (byte) (0xF0 | (point >> 18));
        bytes[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (point & 0x3F));
      } else if (Character.isSurrogate(c)) {
        bytes[at++] = '?';
      } else {
        bytes[at++] = (byte) (0xE0 | (c >> 12));
        bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    int count = at - start - 1;
    if (count < 0x80) {
      bytes[start] = (byte) count;
      size = at;
      return;
    }
    byte[] body = Arrays.copyOfRange(bytes, start + 1, at);
    size = start;
    number(count);
    room(count);
    System.arraycopy(body, 0, bytes, size, count);
    size += count;
  }
}
