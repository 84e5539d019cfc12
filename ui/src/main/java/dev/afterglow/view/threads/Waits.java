// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each thread does, in words a beginner knows: what it waits for is told by the library's
 * frames on top of its stack. JavaFX thread.
 */
public final class Waits {
  public static final String RUNNING = "running";
  public static final String PAUSED = "paused";
  public static final String INPUT = "waiting for input";
  public static final String LOCK = "waiting for a lock";
  public static final String SLEEPING = "sleeping";
  public static final String WAITING = "waiting";
  public static final String NETWORK = "waiting for the network";

  /** A read that takes longer than this is one that waits: files answer sooner. */
  private static final long PATIENCE_NANOS = 250_000_000L;

  private static final List<String> LOCKING = List.of("lock", "lockInterruptibly", "tryLock");

  /** Since when a thread stands in the same call. */
  private record Since(List<FramePicture> frames, long nanos) {}

  /**
   * A program that ran within so long a time is one that runs: many threads that work in short
   * bursts sleep in every other picture.
   */
  private static final long STEADY_NANOS = 700_000_000L;

  private Map<Long, Since> reads = new HashMap<>();
  private String steady = RUNNING;
  private long ranAt = Long.MIN_VALUE / 2;
  private boolean unsure;

  /**
   * Notes what has not moved since the last picture.
   *
   * @param threads the threads now
   * @param now a clock, nanoseconds
   */
  public void update(List<ThreadPicture> threads, long now) {
    Map<Long, Since> next = new HashMap<>();
    unsure = false;
    for (ThreadPicture thread : threads) {
      if (reads(thread)) {
        long key = key(thread);
        Since before = reads.get(key);
        boolean same = before != null && before.frames().equals(thread.frames());
        Since since = same ? before : new Since(thread.frames(), now);
        next.put(key, since);
        unsure |= now - since.nanos() <= PATIENCE_NANOS;
      }
    }
    reads = next;
  }

  /** Whether one must look again soon, though no news may come. */
  public boolean isUnsure() {
    return unsure;
  }

  /** What a thread does. */
  public String of(ThreadPicture thread, RunPicture run, long now) {
    FramePicture top = thread.frames().isEmpty() ? null : thread.frames().get(0);
    boolean own = top != null && top.file() != null;
    return switch (thread.state()) {
      case NEW -> "new";
      case TERMINATED -> "ended";
      case BLOCKED -> LOCK;
      case RUNNABLE -> {
        Since since = reads.get(key(thread));
        if (since != null && now - since.nanos() > PATIENCE_NANOS) {
          yield INPUT;
        }
        yield run.paused() && own ? PAUSED : top != null && network(top) ? NETWORK : RUNNING;
      }
      // The program's own line does not wait by itself: it is made to, by pause or pace.
      case WAITING, TIMED_WAITING -> {
        if (own) {
          yield run.paused() ? PAUSED : RUNNING;
        }
        yield locks(thread) ? LOCK : sleeps(thread) ? SLEEPING : WAITING;
      }
    };
  }

  /** What a thread does in as few words as still tell input from a lock. */
  static String inShort(String words) {
    return words.replaceFirst("^waiting for (the )?", "for ");
  }

  /**
   * As {@link #overall}, but that it sleeps or waits is told only when it has not run for a moment.
   * {@link #isUnsure} says whether to ask again though no news may come.
   */
  public String steady(List<ThreadPicture> threads, RunPicture run, long now) {
    String words = overall(threads, run, now);
    boolean rests = !words.equals(RUNNING) && !words.equals(PAUSED) && !words.equals(INPUT);
    if (!rests) {
      ranAt = words.equals(RUNNING) ? now : now - STEADY_NANOS;
      steady = words;
    } else if (now - ranAt >= STEADY_NANOS || !steady.equals(RUNNING)) {
      steady = words;
    } else {
      unsure = true;
    }
    return steady;
  }

  /** What the program as a whole does: it runs if one of its threads does. */
  public String overall(List<ThreadPicture> threads, RunPicture run, long now) {
    String best = null;
    for (ThreadPicture thread : threads) {
      if (thread.frames().stream().noneMatch(frame -> frame.file() != null)) {
        continue;
      }
      String words = of(thread, run, now);
      if (words.equals(RUNNING) || words.equals(PAUSED)) {
        return words;
      }
      best = best == null || rank(words) < rank(best) ? words : best;
    }
    return best == null ? RUNNING : best;
  }

  private static int rank(String words) {
    return switch (words) {
      case INPUT -> 0;
      case NETWORK -> 1;
      case SLEEPING -> 2;
      case LOCK -> 3;
      default -> 4;
    };
  }

  private static long key(ThreadPicture thread) {
    return thread.id() * 1_000 + thread.target();
  }

  private static boolean reads(ThreadPicture thread) {
    if (thread.state() != Thread.State.RUNNABLE || thread.frames().isEmpty()) {
      return false;
    }
    FramePicture top = thread.frames().get(0);
    return top.className().equals("java.io.FileInputStream") && top.method().startsWith("read");
  }

  private static boolean network(FramePicture top) {
    return top.className().startsWith("sun.nio.ch.")
        && List.of("accept", "poll", "read0", "wait", "accept0").contains(top.method());
  }

  private static boolean sleeps(ThreadPicture thread) {
    for (FramePicture frame : thread.frames()) {
      if (frame.file() != null) {
        return false;
      }
      if (frame.className().equals("java.lang.Thread") && frame.method().startsWith("sleep")) {
        return true;
      }
    }
    return false;
  }

  private static boolean locks(ThreadPicture thread) {
    for (FramePicture frame : thread.frames()) {
      if (frame.file() != null) {
        return false;
      }
      boolean reentrant = frame.className().startsWith("java.util.concurrent.locks.Reentrant");
      if (reentrant && LOCKING.contains(frame.method())) {
        return true;
      }
      if (frame.className().equals("java.util.concurrent.locks.StampedLock")) {
        return true;
      }
    }
    return false;
  }
}
