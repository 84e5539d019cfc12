// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;

/**
 * The first bytes from agent to window: magic, version, token. They have this layout in every
 * version of the protocol.
 *
 * <p>Loopback can be reached by every user of the machine and by web pages, so nothing else is read
 * or allocated before the token was found right.
 */
public final class Handshake {
  /** Bytes in a token. */
  public static final int TOKEN_LENGTH = 32;

  /** How long a window waits for the first bytes, in milliseconds. */
  public static final int TIMEOUT_MILLIS = 2000;

  /** The first byte is no ASCII, so no text protocol starts with it. */
  private static final byte[] MAGIC = {(byte) 0xAF, 'G', 'L', 'W'};

  private static final int TOKEN_AT = MAGIC.length + 2;
  private static final int LENGTH = TOKEN_AT + TOKEN_LENGTH;

  private Handshake() {}

  /** Sends the first bytes in one piece. */
  public static void send(OutputStream out, byte[] token) throws IOException {
    checkLength(token);
    byte[] bytes = new byte[LENGTH];
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[MAGIC.length] = Protocol.MAJOR;
    bytes[MAGIC.length + 1] = Protocol.MINOR;
    System.arraycopy(token, 0, bytes, TOKEN_AT, TOKEN_LENGTH);
    out.write(bytes);
    out.flush();
  }

  /**
   * Reads the first bytes and checks them; reads not one byte more. The caller limits the time,
   * which {@link #accept(Socket, byte[], int)} does for a socket.
   *
   * @throws ProtocolException if the caller is no agent, has another token or another version
   * @throws EOFException if the stream ends before
   */
  public static void accept(InputStream in, byte[] token) throws IOException {
    accept(in, null, 0, token);
  }

  /**
   * As {@link #accept(InputStream, byte[])}, within a time for all of it together. Afterwards reads
   * of the socket wait for ever again.
   *
   * @throws SocketTimeoutException if the bytes were not there in time
   */
  public static void accept(Socket socket, byte[] token, int timeoutMillis) throws IOException {
    long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
    accept(socket.getInputStream(), socket, deadline, token);
    socket.setSoTimeout(0);
  }

  private static void accept(InputStream in, Socket socket, long deadline, byte[] token)
      throws IOException {
    checkLength(token);
    byte[] bytes = new byte[LENGTH];
    // The magic first: whoever sends something shorter is not left waiting for an answer.
    read(in, socket, deadline, bytes, 0, MAGIC.length);
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        throw new ProtocolException("The caller is not an Afterglow agent.");
      }
    }
    read(in, socket, deadline, bytes, MAGIC.length, LENGTH);
    byte[] sent = new byte[TOKEN_LENGTH];
    System.arraycopy(bytes, TOKEN_AT, sent, 0, TOKEN_LENGTH);
    if (!MessageDigest.isEqual(sent, token)) {
      throw new ProtocolException("The agent's token is not the one of this window.");
    }
    Protocol.checkMajor(bytes[MAGIC.length] & 0xFF, "The agent");
  }

  private static void read(
      InputStream in, Socket socket, long deadline, byte[] bytes, int from, int to)
      throws IOException {
    int at = from;
    while (at < to) {
      if (socket != null) {
        long left = (deadline - System.nanoTime()) / 1_000_000L;
        if (left <= 0) {
          throw new SocketTimeoutException("The first bytes did not come in time.");
        }
        socket.setSoTimeout((int) left);
      }
      int n = in.read(bytes, at, to - at);
      if (n < 0) {
        throw new EOFException("The caller left before it sent a token.");
      }
      at += n;
    }
  }

  private static void checkLength(byte[] token) {
    if (token.length != TOKEN_LENGTH) {
      throw new IllegalArgumentException("A token has " + TOKEN_LENGTH + " bytes.");
    }
  }
}
