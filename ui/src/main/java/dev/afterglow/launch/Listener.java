// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.session.Session;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.FrameReader;
import dev.afterglow.wire.FrameWriter;
import dev.afterglow.wire.Handshake;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.Welcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Waits on the loopback address for agents that know the token, and feeds what they send to a
 * session. Each agent has a thread of its own; commands to agents never block the caller.
 */
public final class Listener implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 64;

  /** Small, so that news of a pause does not wait behind steps of half a second ago. */
  private static final int RECEIVE_BYTES = 64 << 10;

  private final Session session;
  private final ServerSocket server;
  private final Workspace workspace;
  private final Path tokenFile;
  private final byte[] token = new byte[Handshake.TOKEN_LENGTH];
  private final Map<Integer, FrameWriter> writers = new ConcurrentHashMap<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService commands =
      Executors.newSingleThreadExecutor(task -> daemon(task, "afterglow-commands"));

  /**
   * Opens the port.
   *
   * @param port 1 to 65,535, or 0 for a free one
   * @throws UserException if the port cannot be had
   */
  public Listener(Session session, int port) throws UserException {
    this.session = session;
    this.workspace = new Workspace();
    this.tokenFile = workspace.resolve("token");
    try {
      new SecureRandom().nextBytes(token);
      // The folder is the owner's alone, so the file is too.
      Files.write(tokenFile, token);
      server = new ServerSocket();
      server.setReceiveBufferSize(RECEIVE_BYTES);
      server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    } catch (IOException e) {
      workspace.close();
      throw new UserException(
          port == 0
              ? "No port of the loopback address can be opened: " + e.getMessage() + "."
              : "Port " + port + " is in use: choose another with --port, or leave the option out.",
          e);
    }
    session.onCommand((target, frame) -> commands.execute(() -> send(target, frame)));
    daemon(this::accept, "afterglow-listener").start();
  }

  /** The port agents connect to. */
  public int port() {
    return server.getLocalPort();
  }

  /** The file with the token. */
  public Path tokenFile() {
    return tokenFile;
  }

  /**
   * Waits until no agent is connected.
   *
   * @param millis how long at most
   */
  public synchronized void awaitQuiet(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000L;
    long left = millis;
    while (!sockets.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000L;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        daemon(() -> serve(socket), "afterglow-agent").start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    int target = 0;
    try (socket) {
      Handshake.accept(socket, token, Handshake.TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      FrameWriter writer = new FrameWriter(new BufferedOutputStream(socket.getOutputStream()));
      writer.write(new Welcome());
      writer.flush();
      FrameReader reader = new FrameReader(socket.getInputStream());
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        if (target != 0) {
          session.accept(target, frame);
        } else if (frame instanceof TargetInfo info) {
          target = session.connected(info);
          writers.put(target, writer);
          session.reachable(target);
        }
      }
    } catch (IOException refused) {
      // A stranger, or an agent whose target was killed: what it sent before stays.
    } finally {
      writers.remove(target);
      session.disconnected(target);
      synchronized (this) {
        sockets.remove(socket);
        notifyAll();
      }
    }
  }

  private void send(int target, Frame frame) {
    FrameWriter writer = writers.get(target);
    if (writer != null) {
      try {
        writer.write(frame);
        writer.flush();
      } catch (IOException gone) {
        writers.remove(target);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      // Closed is closed.
    }
    commands.shutdownNow();
    workspace.close();
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
