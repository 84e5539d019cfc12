// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private static final String HEADER = "af 47 4c 57 01 02 ";

  private final byte[] token = Hex.bytes("0123456789abcdef".repeat(4));

  @Test
  void first_bytes_are_magic_version_token() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Handshake.send(out, token);
    assertArrayEquals(Hex.bytes(HEADER + "0123456789abcdef".repeat(4)), out.toByteArray());
  }

  @Test
  void the_right_token_is_accepted_and_nothing_behind_it_is_read() throws IOException {
    ByteArrayInputStream in = sent(HEADER, token, "04 01 07");
    Handshake.accept(in, token);
    assertEquals(3, in.available());
  }

  @Test
  void every_wrong_bit_of_a_token_is_refused() {
    for (int bit = 0; bit < 8 * token.length; bit++) {
      byte[] wrong = token.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      refused("The agent's token is not the one of this window.", sent(HEADER, wrong, ""));
    }
  }

  @Test
  void a_web_page_that_posts_to_the_port_is_refused_at_once() {
    byte[] post = "POST / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    refused("The caller is not an Afterglow agent.", new ByteArrayInputStream(post));
  }

  @Test
  void another_major_version_is_refused_only_to_those_who_have_the_token() {
    refused(
        "The agent has version 2 of Afterglow's protocol, but this is version 1:"
            + " use an agent and a window of the same release.",
        sent("af 47 4c 57 02 00", token, ""));
    refused(
        "The agent's token is not the one of this window.",
        sent("af 47 4c 57 02 00", new byte[32], ""));
  }

  @Test
  void another_minor_version_is_accepted() throws IOException {
    Handshake.accept(sent("af 47 4c 57 01 63", token, ""), token);
  }

  @Test
  void a_caller_that_leaves_early_is_told_apart() {
    for (int length = 0; length < 38; length++) {
      byte[] all = sent(HEADER, token, "").readAllBytes();
      ByteArrayInputStream in = new ByteArrayInputStream(all, 0, length);
      assertThrows(EOFException.class, () -> Handshake.accept(in, token));
    }
  }

  @Test
  void a_caller_that_sends_byte_by_byte_cannot_stretch_the_time() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread slow = new Thread(() -> drip(caller));
      slow.setDaemon(true);
      slow.start();
      assertThrows(SocketTimeoutException.class, () -> Handshake.accept(accepted, token, 300));
    }
  }

  /** One byte each tenth of a second: each read succeeds, the whole takes four seconds. */
  private void drip(Socket caller) {
    try {
      for (byte b : sent(HEADER, token, "").readAllBytes()) {
        caller.getOutputStream().write(b);
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException e) {
      // The test is over.
    }
  }

  private void refused(String message, ByteArrayInputStream in) {
    ProtocolException e = assertThrows(ProtocolException.class, () -> Handshake.accept(in, token));
    assertEquals(message, e.getMessage());
  }

  private static ByteArrayInputStream sent(String header, byte[] token, String rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Hex.bytes(header));
    bytes.writeBytes(token);
    bytes.writeBytes(Hex.bytes(rest));
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
