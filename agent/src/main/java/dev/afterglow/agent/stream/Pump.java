// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.Bye;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.Handshake;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.Tick;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** The streaming thread: polls the counters, sends what changed, dials a window that is away. */
final class Pump implements Runnable {
  private static final long MILLI = 1_000_000L;

  /** Between two polls while counters change: short, so that a hit is seen in the next frame. */
  private static final long BUSY_NANOS = 4 * MILLI;

  /** Between two polls when no counter has changed for {@link #CALM_AFTER}. */
  private static final long CALM_NANOS = 16 * MILLI;

  /** Between two polls when no counter has changed for {@link #ASLEEP_AFTER}. */
  private static final long ASLEEP_NANOS = 40 * MILLI;

  private static final long CALM_AFTER = 500 * MILLI;
  private static final long ASLEEP_AFTER = 3_000 * MILLI;

  /**
   * How many times a poll's own time the pause behind it is: polling takes a fiftieth of a core at
   * most. A longer pause would be seen, as the glow comes late on a busy machine.
   */
  private static final int PAUSE_PER_POLL = 50;

  /** The same for polls that take {@link #LONG_POLL}: less than a hundredth of a core. */
  private static final int PAUSE_PER_LONG_POLL = 120;

  private static final long LONG_POLL = MILLI / 2;

  /** The same for looking at the threads' stacks. */
  private static final int PAUSE_PER_SAMPLE = 50;

  /** A megabyte a second at most. */
  private static final long NANOS_PER_BYTE = 1000;

  /** Without memory: the pause before the next attempt, and how many the JVM's end waits for. */
  private static final long AFTER_FULL_NANOS = 50_000_000;

  private static final int LAST_ATTEMPTS = 10;

  private static final long IDLE_TICK_NANOS = 1000 * MILLI;
  private static final long SHORTEST_REDIAL = 50 * MILLI;
  private static final long LONGEST_REDIAL = 5000 * MILLI;

  private final StreamConfig config;
  private final CounterSource source;
  private final StepSource steps;
  private final Streamer streamer;
  private final StackSampler sampler;
  private final UncaughtReader exceptions;
  private final long start = System.nanoTime();
  private final long startMillis = System.currentTimeMillis();
  private RecordLink recording;

  /** Whether there ever was a window. */
  private boolean met;

  private WindowLink window;
  private long redial = SHORTEST_REDIAL;
  private long nextDial = start;
  private long lastChange = start;
  private long lastTick = start;
  private long nextSample = start;
  private long lastCost;
  private long lastSampleCost;

  /** What sending steps took in this round: they are too many to be put off. */
  private long stepNanos;

  Pump(
      StreamConfig config,
      CounterSource source,
      StepSource steps,
      Streamer streamer,
      RecordLink recording) {
    this.steps = steps;
    this.config = config;
    this.source = source;
    this.streamer = streamer;
    this.sampler = new StackSampler(streamer, source);
    this.exceptions = new UncaughtReader(sampler, source);
    this.recording = recording;
  }

  /** Whether there is neither a window to dial nor a recording to write. */
  boolean hasNothingToDo() {
    return recording == null && config.port == 0;
  }

  @Override
  public void run() {
    try {
      if (recording != null) {
        recording.write(target());
      }
      int attempts = 0;
      boolean last;
      boolean full;
      do {
        last = streamer.ending();
        full = !round(last);
        attempts = last ? attempts + 1 : 0;
      } while (!last || (full && attempts < LAST_ATTEMPTS));
    } catch (Throwable broken) {
      // Without a disk the counting ends; the target goes on as if nothing had happened.
    } finally {
      close();
      streamer.done();
    }
  }

  /** Whether there was memory for it. The program may get over that, and totals are not lost. */
  private boolean round(boolean last) {
    try {
      poll(last, System.nanoTime());
      return true;
    } catch (OutOfMemoryError full) {
      lose();
      if (recording != null) {
        recording.tellAnew();
      }
      rest();
      return false;
    }
  }

  /** Not by sleep(), which loads a class on newer JDKs: the JVM's agent library complains then. */
  private synchronized void rest() {
    long end = System.nanoTime() + AFTER_FULL_NANOS;
    for (long left = AFTER_FULL_NANOS; left > 0; left = end - System.nanoTime()) {
      try {
        wait(left / 1_000_000L + 1);
      } catch (InterruptedException goOn) {
        // A program that interrupts every thread it finds means others.
      }
    }
  }

  private void poll(boolean last, long before) {
    long bytes = written();
    stepNanos = 0;
    dial(before, last);
    send(last);
    long after = System.nanoTime() - stepNanos;
    // The first time something happens it takes long, as classes are loaded: it is no measure.
    long cost = Math.min(after - before, lastCost);
    lastCost = after - before;
    streamer.pause(rest(after, cost, written() - bytes));
  }

  private long written() {
    return window != null ? window.written() : recording != null ? recording.written() : 0;
  }

  private long rest(long now, long cost, long bytes) {
    if (window == null && recording == null) {
      return Math.max(MILLI, Math.min(nextDial - now, IDLE_TICK_NANOS));
    }
    long still = now - lastChange;
    long rest = still < CALM_AFTER ? BUSY_NANOS : still < ASLEEP_AFTER ? CALM_NANOS : ASLEEP_NANOS;
    long pauses = cost < LONG_POLL ? PAUSE_PER_POLL : PAUSE_PER_LONG_POLL;
    rest = Math.max(rest, Math.min(cost * pauses, IDLE_TICK_NANOS));
    return Math.max(rest, Math.min(bytes * NANOS_PER_BYTE, IDLE_TICK_NANOS));
  }

  /** Looks for the window, at once when the JVM ends: a short program may not have met it yet. */
  private void dial(long now, boolean last) {
    if (window != null && window.broken()) {
      lose();
    }
    if (window != null || config.port == 0 || (now < nextDial && !last)) {
      return;
    }
    try {
      window = WindowLink.dial(config.port, token(config.tokenFile), steps, streamer);
      window.write(target());
      met = true;
      redial = SHORTEST_REDIAL;
      lastTick = now - IDLE_TICK_NANOS;
    } catch (IOException away) {
      lose();
      steps.windowGone();
      nextDial = System.nanoTime() + redial;
      redial = Math.min(2 * redial, LONGEST_REDIAL);
    }
  }

  private void lose() {
    if (window != null) {
      window.close();
      window = null;
    }
  }

  private void send(boolean last) {
    // Also frees what threads held that have ended, whether or not anybody listens.
    Thread[] threads = source.threads();
    Object[] uncaught = source.uncaught();
    for (int i = 0; i < uncaught.length; i += 2) {
      streamer.uncaught(exceptions.read((Thread) uncaught[i], (Throwable) uncaught[i + 1]));
    }
    // Until the window has come for the first time, the steps wait for it.
    List<Frame> parts =
        config.port == 0 || met ? steps.takeSteps() : Collections.<Frame>emptyList();
    if (window != null) {
      try {
        boolean changed = send(window, parts);
        long selected = window.selectedThread();
        window.counts(source, find(threads, selected), selected);
        sample(threads, changed);
        tick(window, changed, last);
      } catch (IOException gone) {
        lose();
      }
    }
    if (recording != null) {
      try {
        tick(recording, send(recording, parts), last);
      } catch (IOException full) {
        // What was written stays good; a recording that cannot go on must not disturb the target.
        recording.close();
        recording = null;
      }
    }
  }

  private boolean send(Link link, List<Frame> parts) throws IOException {
    link.announce(streamer);
    long before = System.nanoTime();
    link.steps(steps, parts, streamer);
    stepNanos += System.nanoTime() - before;
    boolean changed = link.counts(source);
    changed |= link.state(steps.state());
    changed |= !parts.isEmpty();
    if (changed) {
      lastChange = System.nanoTime();
    }
    return changed;
  }

  private void tick(Link link, boolean changed, boolean last) throws IOException {
    long now = System.nanoTime();
    if (changed || last || now - lastTick >= IDLE_TICK_NANOS) {
      link.write(new Tick(now - start));
      lastTick = now;
    }
    if (last) {
      link.write(new Bye());
    }
    link.flush();
  }

  private void sample(Thread[] threads, boolean changed) throws IOException {
    long now = System.nanoTime();
    int every = window.watchMillis();
    if (every == 0 || now - nextSample < 0) {
      return;
    }
    window.write(sampler.sample(threads));
    long after = System.nanoTime();
    // A program that stands still is looked at less often.
    long pause = changed || after - lastChange < IDLE_TICK_NANOS ? every : 4L * every;
    nextSample =
        after + Math.max(pause * MILLI, Math.min(after - now, lastSampleCost) * PAUSE_PER_SAMPLE);
    lastSampleCost = after - now;
  }

  private Thread find(Thread[] threads, long id) {
    for (Thread thread : threads) {
      if (id != 0 && source.id(thread) == id) {
        return thread;
      }
    }
    return null;
  }

  private void close() {
    lose();
    if (recording != null) {
      recording.close();
    }
  }

  private TargetInfo target() {
    return new TargetInfo(
        Jdk.pid(),
        startMillis,
        System.getProperty("java.version", ""),
        System.getProperty("sun.java.command", ""),
        config.agentVersion);
  }

  private static byte[] token(File file) throws IOException {
    byte[] token = new byte[Handshake.TOKEN_LENGTH];
    try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
      in.readFully(token);
      return token;
    } catch (EOFException tooShort) {
      throw new IOException("The token file is too short.", tooShort);
    }
  }
}
