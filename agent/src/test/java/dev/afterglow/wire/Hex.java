// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Bytes as text, two digits each; blanks mean nothing. */
final class Hex {

  private Hex() {}

  static byte[] bytes(String hex) {
    String digits = hex.replace(" ", "").replace("\n", "");
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(text.length() == 0 ? "" : " ").append(String.format("%02x", b));
    }
    return text.toString();
  }
}
