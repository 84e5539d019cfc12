// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.nio.charset.Charset;
import java.util.Arrays;

/** A growing buffer that numbers and strings are put into. */
final class Encoder {
  static final Charset UTF_8 = Charset.forName("UTF-8");

  private byte[] bytes;
  private int size;

  Encoder(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Empties the buffer, and gives its memory back if it grew beyond {@code keep} bytes. */
  void clear(int keep) {
    size = 0;
    if (bytes.length > keep) {
      bytes = new byte[keep];
    }
  }

  void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void put(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /** Seven bits a byte, lowest first, the top bit set in all bytes but the last. */
  void number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("The wire has no negative numbers: " + value);
    }
    room(9);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void flag(boolean value) {
    put(value ? 1 : 0);
  }

  /** The length in bytes, then UTF-8; cut between two characters if it is too long. */
  void string(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    int length = utf8.length;
    if (length > Limits.MAX_STRING) {
      length = Limits.MAX_STRING;
      while ((utf8[length] & 0xC0) == 0x80) {
        length--;
      }
    }
    number(length);
    put(utf8, 0, length);
  }

  /** A sum's terms: counter {@code p} is 2p if it is added, 2p + 1 if it is subtracted. */
  void terms(int[] terms) {
    number(terms.length);
    for (int term : terms) {
      number(term >= 0 ? 2L * term : 2L * ~term + 1);
    }
  }

  private void room(int more) {
    // Beyond the largest frame nothing is sent; the sum cannot overflow, as strings are limited.
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
