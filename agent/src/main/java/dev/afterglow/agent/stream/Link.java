// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Counts;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.FrameWriter;
import dev.afterglow.wire.Notice;
import dev.afterglow.wire.ProtocolException;
import dev.afterglow.wire.RunState;
import dev.afterglow.wire.StepThreadInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One receiver of frames, and what it was told already. For the streaming thread. */
class Link {
  /** Marks a class that was too large to be announced. */
  private static final ClassInfo SILENT = null;

  /** Threads may be many; one that was forgotten is told of again. */
  private static final int MOST_NAMES = 10_000;

  private final FrameWriter writer;
  private final List<ClassInfo> announced = new ArrayList<ClassInfo>();

  /** The threads whose steps were sent, as they were called. */
  private final Map<Long, String> names = new HashMap<Long, String>();

  private final Told sums = new Told();
  private Told ofThread = new Told();
  private long threadId;
  private int notices;
  private int methods;
  private RunState state;
  private long stepBytes;
  private long[] now = new long[64];

  Link(FrameWriter writer) {
    this.writer = writer;
  }

  final void write(Frame frame) throws IOException {
    writer.write(frame);
  }

  final void flush() throws IOException {
    writer.flush();
  }

  /** Bytes of all frames so far but those sent with steps, which must not wait. */
  final long written() {
    return writer.written() - stepBytes;
  }

  /**
   * Sends steps and threads' names; the classes of their methods are announced. That the target has
   * been paused must not wait until all steps are told.
   */
  final void steps(StepSource source, List<Frame> parts, Streamer streamer) throws IOException {
    long before = writer.written();
    for (Frame method : source.methodsFrom(methods)) {
      writer.write(method);
      methods++;
    }
    for (Frame part : parts) {
      if (!(part instanceof StepThreadInfo) || isNews((StepThreadInfo) part)) {
        writer.write(part);
        streamer.stepsTaken();
        state(source.state());
      }
    }
    stepBytes += writer.written() - before;
  }

  /** Whether a thread is not known by this name yet. */
  private boolean isNews(StepThreadInfo thread) {
    if (names.size() > MOST_NAMES) {
      names.clear();
    }
    return !thread.name.equals(names.put(thread.threadId, thread.name));
  }

  /** Says how the target is made to run, if that has changed. */
  final boolean state(RunState now) throws IOException {
    if (state != null && state.same(now)) {
      return false;
    }
    state = now;
    writer.write(now);
    return true;
  }

  /** Sends classes and notices that are new. */
  final void announce(Streamer streamer) throws IOException {
    for (ClassInfo info : streamer.classesFrom(announced.size())) {
      try {
        writer.write(info);
        announced.add(info);
      } catch (ProtocolException tooLarge) {
        announced.add(SILENT);
        writer.write(new Notice(Notice.CLASS_LEFT, info.className, "It is too large to be shown."));
      }
    }
    for (Frame notice : streamer.noticesFrom(notices)) {
      writer.write(notice);
      notices++;
    }
  }

  /**
   * Sends the sums that changed.
   *
   * @return whether any did
   */
  final boolean counts(CounterSource source) throws IOException {
    boolean any = false;
    for (int i = 0; i < announced.size(); i++) {
      ClassInfo info = announced.get(i);
      if (info != SILENT && !inlined(i)) {
        makeRoom(info.counters);
        source.sum(info.classId, now);
        any |= send(sums, i, info, 0);
      }
    }
    return any;
  }

  /** Whether it stands for lines of another file, whose counters are those of the class before. */
  private boolean inlined(int index) {
    ClassInfo before = index == 0 ? SILENT : announced.get(index - 1);
    return before != SILENT && before.classId == announced.get(index).classId;
  }

  /** Sends a thread's own counters that changed; a thread of null sends nothing. */
  final void counts(CounterSource source, Thread thread, long id) throws IOException {
    if (id != threadId) {
      threadId = id;
      ofThread = new Told();
    }
    if (thread == null) {
      return;
    }
    for (int i = 0; i < announced.size(); i++) {
      ClassInfo info = announced.get(i);
      if (info != SILENT && !inlined(i)) {
        makeRoom(info.counters);
        source.ofThread(thread, info.classId, now);
        send(ofThread, i, info, id);
      }
    }
  }

  /** Forgets which totals were sent: some may not have been. */
  final void tellAnew() {
    sums.clear();
    state = null;
  }

  /** Ends the link; never throws. */
  void close() {}

  private void makeRoom(int counters) {
    if (now.length < counters) {
      now = new long[Math.max(counters, 2 * now.length)];
    }
  }

  private boolean send(Told told, int index, ClassInfo info, long thread) throws IOException {
    long[] before = told.of(index);
    if (!differs(before, info.counters)) {
      return false;
    }
    if (before == null) {
      before = told.create(index, info.counters);
    }
    int changed = 0;
    for (int i = 0; i < info.counters; i++) {
      changed += now[i] != before[i] ? 1 : 0;
    }
    int[] counters = new int[changed];
    long[] totals = new long[changed];
    int at = 0;
    for (int i = 0; at < changed; i++) {
      if (now[i] != before[i]) {
        counters[at] = i;
        totals[at++] = now[i];
        before[i] = now[i];
      }
    }
    writer.write(new Counts(info.classId, thread, counters, totals));
    return true;
  }

  /** Whether some are others than before, 0 if there is no before; a form HotSpot vectorises. */
  private boolean differs(long[] before, int counters) {
    long difference = 0;
    if (before == null) {
      for (int i = 0; i < counters; i++) {
        difference |= now[i];
      }
    } else {
      for (int i = 0; i < counters; i++) {
        difference |= now[i] ^ before[i];
      }
    }
    return difference != 0;
  }

  /** The totals last sent, by place in the list of classes. */
  private static final class Told {
    private long[][] totals = new long[16][];

    long[] of(int index) {
      return index < totals.length ? totals[index] : null;
    }

    void clear() {
      Arrays.fill(totals, null);
    }

    long[] create(int index, int counters) {
      if (index >= totals.length) {
        totals = Arrays.copyOf(totals, Math.max(index + 1, 2 * totals.length));
      }
      totals[index] = new long[counters];
      return totals[index];
    }
  }
}
