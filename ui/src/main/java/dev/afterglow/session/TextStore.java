// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many short texts, each kept once and known by number, without an object for each: they stand one
 * behind the other in large arrays. Numbers, and lists of them, take half a byte a character, other
 * texts a byte or as many as UTF-8 needs. Locks nothing: its owner does.
 */
final class TextStore {
  /** Stands for texts that found no room, at half a gigabyte or more. */
  private static final String NO_ROOM = "…";

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;
  private static final int NONE = -1;

  /** What numbers are made of, the blank only behind a comma; 15 fills the last half byte. */
  private static final String DIGITS = "0123456789,[]-.";

  private static final int FILL = 15;
  private static final int HALVES = 0;
  private static final int LATIN = 1;
  private static final int UTF = 2;

  private final int mostBytes;
  private byte[][] pieces = new byte[0][];
  private int used;
  private int count;

  /** Numbers of texts plus 1, by hash; 0 where there is none. */
  private int[] table = new int[64];

  /** The text that is looked for, as it is kept. */
  private byte[] code = new byte[64];

  private int length;

  TextStore() {
    this(Integer.MAX_VALUE - (1 << SHIFT));
  }

  /** A store with less room. */
  TextStore(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The number of a text; equal texts have equal ones. */
  int number(String text) {
    encode(text);
    int place = place();
    if (table[place] != 0) {
      return table[place] - 1;
    }
    if (mostBytes - used < length) {
      return text.equals(NO_ROOM) ? append(place) : number(NO_ROOM);
    }
    return append(place);
  }

  private int append(int place) {
    int number = used;
    int piece = (used + length - 1) >>> SHIFT;
    while (piece >= pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length + 1);
      pieces[pieces.length - 1] = new byte[MASK + 1];
    }
    for (int i = 0; i < length; i++, used++) {
      pieces[used >>> SHIFT][used & MASK] = code[i];
    }
    table[place] = number + 1;
    count++;
    if (count > table.length / 4 * 3) {
      grow();
    }
    return number;
  }

  /** The text with a number. */
  String get(int number) {
    int head = head(number);
    int at = number + headLength(head);
    int bytes = head >>> 2;
    if ((head & 3) == HALVES) {
      return digits(at, bytes);
    }
    byte[] text = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      text[i] = at(at + i);
    }
    return new String(
        text, (head & 3) == LATIN ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private String digits(int from, int bytes) {
    byte[] text = new byte[bytes * 4];
    int to = 0;
    for (int i = 0; i < 2 * bytes; i++) {
      int half = at(from + (i >> 1)) >> (i % 2 == 0 ? 4 : 0) & FILL;
      if (half != FILL) {
        char c = DIGITS.charAt(half);
        text[to++] = (byte) c;
        if (c == ',') {
          text[to++] = ' ';
        }
      }
    }
    return new String(text, 0, to, StandardCharsets.ISO_8859_1);
  }

  /** What its arrays take. */
  long bytes() {
    return pieces.length * (MASK + 5L) + 4L * table.length;
  }

  private byte at(int place) {
    return pieces[place >>> SHIFT][place & MASK];
  }

  // Before the text stand its bytes and kind: in one byte, or four of which the first is negative.

  private int head(int number) {
    int first = at(number);
    return first >= 0
        ? first
        : (first & 0x7f) << 24
            | (at(number + 1) & 0xff) << 16
            | (at(number + 2) & 0xff) << 8
            | (at(number + 3) & 0xff);
  }

  private static int headLength(int head) {
    return head < 0x80 ? 1 : 4;
  }

  private void encode(String text) {
    int halves = halves(text);
    if (halves != NONE) {
      encodeDigits(text, halves);
      return;
    }
    boolean latin = text.chars().allMatch(c -> c < 0x100);
    byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    begin(bytes.length, latin ? LATIN : UTF);
    System.arraycopy(bytes, 0, code, length - bytes.length, bytes.length);
  }

  /** Writes the head and makes room for the text. */
  private void begin(int bytes, int kind) {
    int head = bytes << 2 | kind;
    length = headLength(head) + bytes;
    if (length > code.length) {
      code = new byte[length * 2];
    }
    if (head < 0x80) {
      code[0] = (byte) head;
      return;
    }
    for (int i = 0; i < 4; i++) {
      code[i] = (byte) (head >>> (24 - 8 * i));
    }
    code[0] |= (byte) 0x80;
  }

  private void encodeDigits(String text, int halves) {
    int bytes = (halves + 1) / 2;
    begin(bytes, HALVES);
    int start = length - bytes;
    int to = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ') {
        int half = DIGITS.indexOf(c);
        int at = start + (to >> 1);
        code[at] = (byte) (to % 2 == 0 ? half << 4 | FILL : (code[at] & 0xf0) | half);
        to++;
      }
    }
  }

  /** How many half bytes a text takes, {@link #NONE} if it has other characters. */
  private static int halves(String text) {
    int halves = 0;
    boolean comma = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (comma != (c == ' ') || (c != ' ' && DIGITS.indexOf(c) < 0)) {
        return NONE;
      }
      comma = c == ',';
      halves += c == ' ' ? 0 : 1;
    }
    return comma ? NONE : halves;
  }

  /** Where the text stands in the table, or would. */
  private int place() {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + code[i];
    }
    int place = place(hash);
    while (table[place] != 0 && !isAt(table[place] - 1)) {
      place = place + 1 == table.length ? 0 : place + 1;
    }
    return place;
  }

  private int place(int hash) {
    long spread = hash * 0x9E3779B9L & 0xffffffffL;
    return (int) ((spread * table.length) >>> 32);
  }

  private boolean isAt(int number) {
    if (used - number < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (at(number + i) != code[i]) {
        return false;
      }
    }
    return true;
  }

  /** By half only: the larger it is the more stands empty. */
  private void grow() {
    table = new int[table.length / 2 * 3];
    for (int number = 0; number < used; ) {
      int head = head(number);
      int behind = number + headLength(head) + (head >>> 2);
      int hash = 0;
      for (int i = number; i < behind; i++) {
        hash = hash * 31 + at(i);
      }
      int place = place(hash);
      while (table[place] != 0) {
        place = place + 1 == table.length ? 0 : place + 1;
      }
      table[place] = number + 1;
      number = behind;
    }
  }
}
