// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Takes numbers and strings out of a frame's payload and checks each of them. */
final class Decoder {
  private static final Charset LATIN_1 = Charset.forName("ISO-8859-1");

  private final byte[] bytes;
  private final int end;
  private int at;

  Decoder(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = length;
  }

  /** How many bytes are left. */
  int left() {
    return end - at;
  }

  /** All bytes that are left. */
  byte[] rest() {
    byte[] rest = java.util.Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  /** A byte from 0 to 255. */
  int octet() throws ProtocolException {
    if (at == end) {
      throw tooShort();
    }
    return bytes[at++] & 0xFF;
  }

  /** A number of up to 63 bits, see {@link Encoder#number}. */
  long number() throws ProtocolException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int octet = octet();
      value |= (octet & 0x7FL) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new ProtocolException("A number has more than 63 bits.");
  }

  /** A number from 0 to {@code max}. */
  int number(int max, String what) throws ProtocolException {
    long value = number();
    if (value > max) {
      throw outOfRange(what, value);
    }
    return (int) value;
  }

  /** A byte from 0 to {@code max}. */
  int octet(int max, String what) throws ProtocolException {
    int value = octet();
    if (value > max) {
      throw outOfRange(what, value);
    }
    return value;
  }

  boolean flag() throws ProtocolException {
    return octet(1, "A flag") == 1;
  }

  /**
   * The length of a list; refused before anything is allocated for it if the rest of the payload
   * cannot hold that many items.
   */
  int length(int max, int bytesPerItem, String what) throws ProtocolException {
    int length = number(max, what);
    if (length > (end - at) / bytesPerItem) {
      throw tooShort();
    }
    return length;
  }

  String string() throws ProtocolException {
    int length = length(Limits.MAX_STRING, 1, "The length of a string");
    if (length == 0) {
      return "";
    }
    int from = at;
    at += length;
    for (int i = from; i < at; i++) {
      if (bytes[i] < 0) {
        return utf8(from, length);
      }
    }
    return new String(bytes, from, length, LATIN_1);
  }

  private String utf8(int from, int length) throws ProtocolException {
    try {
      // A new decoder reports what is malformed, where new String would replace it.
      return Encoder.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      throw new ProtocolException("A string is not UTF-8.");
    }
  }

  /** See {@link Encoder#terms}. */
  int[] terms(int counters) throws ProtocolException {
    int[] terms = new int[length(Limits.MAX_FRAME, 1, "The length of a sum")];
    for (int i = 0; i < terms.length; i++) {
      long code = number();
      if (code >= 2L * counters) {
        throw outOfRange("A counter", code >> 1);
      }
      int counter = (int) (code >> 1);
      terms[i] = (code & 1) == 0 ? counter : ~counter;
    }
    return terms;
  }

  static ProtocolException outOfRange(String what, long value) {
    return new ProtocolException(what + " is out of range: " + value + ".");
  }

  private static ProtocolException tooShort() {
    return new ProtocolException("A frame is too short for what it says it holds.");
  }
}
