// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.Expressions;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.FrameReader;
import dev.afterglow.wire.FrameType;
import dev.afterglow.wire.FrameWriter;
import dev.afterglow.wire.Handshake;
import dev.afterglow.wire.RunCommand;
import dev.afterglow.wire.SelectThread;
import dev.afterglow.wire.Watch;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/** A connection to a window. A second daemon thread reads what the window asks for. */
final class WindowLink extends Link implements Runnable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int CONNECT_MILLIS = 1000;
  private static final int WELCOME_MILLIS = 5000;
  private static final int SEND_BYTES = 64 << 10;

  private final Socket socket;
  private final FrameReader commands;
  private final StepSource steps;
  private final Streamer streamer;
  private volatile int watchMillis;
  private volatile long selectedThread;
  private volatile boolean broken;

  private WindowLink(Socket socket, FrameReader commands, StepSource steps, Streamer streamer)
      throws IOException {
    super(new FrameWriter(socket.getOutputStream()));
    this.socket = socket;
    this.commands = commands;
    this.steps = steps;
    this.streamer = streamer;
  }

  /**
   * Connects and waits until the window has accepted the token.
   *
   * @throws IOException if there is no window, or it is another one
   */
  static WindowLink dial(int port, byte[] token, StepSource steps, Streamer streamer)
      throws IOException {
    // A proxy that the target was given is not for us.
    Socket socket = new Socket(Proxy.NO_PROXY);
    boolean connected = false;
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      // What lies in it, news of a pause must wait for.
      socket.setSendBufferSize(SEND_BYTES);
      Handshake.send(socket.getOutputStream(), token);
      socket.setSoTimeout(WELCOME_MILLIS);
      FrameReader commands = FrameReader.ofCommands(socket.getInputStream());
      Frame answer = commands.read();
      if (answer == null || answer.type() != FrameType.WELCOME) {
        throw new EOFException("The window did not accept the token.");
      }
      socket.setSoTimeout(0);
      WindowLink link = new WindowLink(socket, commands, steps, streamer);
      Thread thread = new Thread(link, "afterglow-commands");
      thread.setDaemon(true);
      thread.start();
      connected = true;
      return link;
    } finally {
      if (!connected) {
        socket.close();
      }
    }
  }

  /** Milliseconds between two samples of the stacks, 0 for none. */
  int watchMillis() {
    return watchMillis;
  }

  /** The thread whose own counters the window wants, 0 for none. */
  long selectedThread() {
    return selectedThread;
  }

  /** Whether the window has gone. */
  boolean broken() {
    return broken;
  }

  @Override
  public void run() {
    try {
      for (Frame frame = commands.read(); frame != null; frame = commands.read()) {
        if (frame.type() == FrameType.WATCH) {
          watchMillis = ((Watch) frame).everyMillis;
        } else if (frame.type() == FrameType.SELECT_THREAD) {
          selectedThread = ((SelectThread) frame).threadId;
        } else if (frame.type() == FrameType.EXPRESSIONS) {
          steps.watch(((Expressions) frame).all);
        } else if (frame.type() == FrameType.RUN) {
          steps.command((RunCommand) frame);
        }
        streamer.wake();
      }
    } catch (IOException | OutOfMemoryError gone) {
      // The same as its end: the window has gone, or is dialled again when there is memory.
    } finally {
      broken = true;
      steps.windowGone();
      streamer.wake();
    }
  }

  @Override
  void close() {
    broken = true;
    try {
      socket.close();
    } catch (IOException closed) {
      // It is of no use any more in either case.
    }
  }
}
