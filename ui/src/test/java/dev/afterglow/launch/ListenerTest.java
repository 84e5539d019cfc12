// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.FrameReader;
import dev.afterglow.wire.FrameWriter;
import dev.afterglow.wire.Handshake;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.Watch;
import dev.afterglow.wire.Welcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private final Session session = new Session(new SourceFinder());
  private Listener listener;

  @BeforeEach
  void open() throws UserException {
    listener = new Listener(session, 0);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @Test
  void an_agent_with_the_token_is_welcome_and_gets_commands() throws Exception {
    session.watch(50);
    try (Socket socket = connect()) {
      Handshake.send(socket.getOutputStream(), Files.readAllBytes(listener.tokenFile()));
      FrameReader reader = FrameReader.ofCommands(socket.getInputStream());
      assertTrue(reader.read() instanceof Welcome);
      FrameWriter writer = new FrameWriter(socket.getOutputStream());
      writer.write(new TargetInfo(42, 0, "17", "Main", ""));
      writer.flush();
      assertEquals(50, ((Watch) reader.read()).everyMillis);
      assertEquals(42, session.picture().targets().get(0).pid());
    }
    listener.awaitQuiet(20_000);
    assertEquals(Status.DISCONNECTED, session.picture().status());
  }

  @Test
  void a_wrong_token_and_a_stranger_are_turned_away() throws Exception {
    byte[][] callers = {
      new byte[Handshake.TOKEN_LENGTH], "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
    };
    for (int i = 0; i < callers.length; i++) {
      try (Socket socket = connect()) {
        if (i == 0) {
          Handshake.send(socket.getOutputStream(), callers[i]);
        } else {
          socket.getOutputStream().write(callers[i]);
        }
        assertArrayEquals(new byte[0], answer(socket));
      }
    }
    assertEquals(Status.WAITING, session.picture().status());
  }

  /** What is answered until the connection is closed, or cut. */
  private static byte[] answer(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException cut) {
      return new byte[0];
    }
  }

  @Test
  void only_the_user_can_read_the_token() throws Exception {
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(listener.tokenFile().getParent())));
  }
}
