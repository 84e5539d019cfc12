// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a file or a pipe gives to this process as standard input. It is meant for the program, which
 * reads it from the beginning in each of its runs. Nothing at all, as from {@code /dev/null},
 * leaves the program's input to the window, if there is one.
 */
public final class GivenInput {
  /** The start script sets it where standard input is no terminal: Java cannot tell. */
  private static final String PROPERTY = "afterglow.stdin";

  /** Bytes that are kept for further runs. */
  private static final int KEPT = 64 << 20;

  private static final int PIECE = 8192;

  private final InputStream source;
  private final int limit;
  private final List<byte[]> pieces = new ArrayList<>();
  private int length;

  /** Pieces that only the run that waited for them has got. */
  private int passedOn;

  private boolean ended;
  private volatile boolean any;

  /**
   * Makes one.
   *
   * @param limit how many bytes are kept for further runs
   */
  GivenInput(InputStream source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  /** This process's, if it is a file or a pipe. */
  public static Optional<GivenInput> ofThisProcess() {
    return System.getProperty(PROPERTY, "").equals("given")
        ? Optional.of(of(System.in))
        : Optional.empty();
  }

  /** What a stream gives; 64 MB of it are kept for further runs. */
  public static GivenInput of(InputStream source) {
    return new GivenInput(source, KEPT);
  }

  /** Whether there is some. */
  boolean any() {
    return any;
  }

  /**
   * Hands it to a run, and then ends the run's input; on a thread of its own.
   *
   * @param alone whether the run can have no other input: then it ends even if nothing came
   * @param comes called when the first of it was handed on
   * @param notes is told if the run gets less than all, a line
   */
  void feed(OutputStream run, boolean alone, Runnable comes, Consumer<String> notes) {
    Listener.daemon(() -> handOn(run, alone, comes, notes), "afterglow-given-input").start();
  }

  private void handOn(OutputStream run, boolean alone, Runnable comes, Consumer<String> notes) {
    try {
      int next = 0;
      for (byte[] piece = piece(next); piece != null; piece = piece(next)) {
        run.write(piece);
        run.flush();
        if (next++ == 0) {
          comes.run();
        }
      }
      if (any || alone) {
        run.close();
      }
      if (lacks(next)) {
        notes.accept(
            "afterglow: an earlier run read the input given at the start; of it "
                + (length >> 20)
                + " MB were kept for this one.\n");
      }
    } catch (IOException closed) {
      // The run has ended, or reads no more.
    }
  }

  /** A piece, read when somebody first wants it; null at the end. Waits for it. */
  private synchronized byte[] piece(int index) {
    if (index < pieces.size()) {
      return pieces.get(index);
    }
    if (ended || index < pieces.size() + passedOn) {
      return null;
    }
    byte[] buffer = new byte[PIECE];
    int count = read(buffer);
    if (count < 0) {
      ended = true;
      return null;
    }
    any = true;
    byte[] piece = Arrays.copyOf(buffer, count);
    if (length + count <= limit && passedOn == 0) {
      pieces.add(piece);
      length += count;
    } else {
      passedOn++;
    }
    return piece;
  }

  private synchronized boolean lacks(int had) {
    return had < pieces.size() + passedOn;
  }

  private int read(byte[] buffer) {
    try {
      return source.read(buffer);
    } catch (IOException closed) {
      return -1;
    }
  }
}
