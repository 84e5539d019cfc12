// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.source.SourceText;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Counts;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.FrameType;
import dev.afterglow.wire.Notice;
import dev.afterglow.wire.RunState;
import dev.afterglow.wire.SelectThread;
import dev.afterglow.wire.StepMethodInfo;
import dev.afterglow.wire.StepThreadInfo;
import dev.afterglow.wire.Steps;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.Threads;
import dev.afterglow.wire.Uncaught;
import dev.afterglow.wire.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The live model: what the agents of a program sent, as numbers of source lines. Connections feed
 * it from their own threads, the window and the exports look at it; nothing in it waits.
 */
public final class Session implements SessionView {
  /** What one program can tell at most; more would only cost memory. */
  private static final int MAX_NOTICES = 1000;

  private static final int MAX_UNCAUGHT = 100;

  private static final long REFRESH_NANOS = 500_000_000L;

  private final SourceFinder sources;
  private final LongSupplier clock;
  private final Map<FileKey, FileState> files = new LinkedHashMap<>();
  private final Map<Integer, TargetState> targets = new LinkedHashMap<>();
  private final List<NoticePicture> notices = new ArrayList<>();

  /** Texts that were asked for before a class of theirs came. */
  private final Map<FileKey, SourceText> texts = new HashMap<>();

  private final AtomicReference<BiConsumer<Integer, Frame>> commands =
      new AtomicReference<>((target, frame) -> {});
  private final FileState.ClassFilter filter = new Shown();
  private final RunDesk control =
      new RunDesk(this::connectedTargets, (target, frame) -> commands.get().accept(target, frame));
  private volatile boolean controllable;
  private StepLog steps = new StepLog();
  private List<UncaughtException> uncaught = List.of();
  private int nextTarget = 1;
  private int watchMillis;
  private int selectedTarget;
  private long selectedThread;
  private boolean ended;
  private boolean masks = true;
  private int exitCode = -1;
  private long version;
  private Picture picture;

  /** What is shown while the picture is frozen, else null. */
  private Map<FileKey, FilePicture> frozen;

  private Picture frozenPicture;

  /** An empty session that finds its texts with a finder. */
  public Session(SourceFinder sources) {
    this(sources, System::nanoTime);
  }

  /** A session with another clock, in nanoseconds. */
  public Session(SourceFinder sources, LongSupplier clock) {
    this.sources = sources;
    this.clock = clock;
  }

  private final class Shown implements FileState.ClassFilter {
    @Override
    public boolean shows(ClassState state) {
      if (selectedThread == 0) {
        return true;
      }
      TargetState target = targets.get(selectedTarget);
      ClassState known = target == null ? null : target.classes.get(state.info.classId);
      return known != null && known.holds(state);
    }

    @Override
    public boolean oneThread() {
      return selectedThread != 0;
    }
  }

  /** Whether values are shown that read like secrets, of targets that connect from now on. */
  public synchronized void showSecrets(boolean show) {
    masks = !show;
  }

  /** A target has connected; returns the number to use for its frames. */
  public synchronized int connected(TargetInfo info) {
    int id = nextTarget++;
    targets.put(id, new TargetState(id, info, steps, masks));
    ended = false;
    changed();
    return id;
  }

  /** Commands can reach a target from now on: it is told what it should send. */
  public void reachable(int target) {
    int watch;
    synchronized (this) {
      watch = watchMillis;
    }
    if (watch > 0) {
      commands.get().accept(target, new Watch(watch));
    }
    control.reachable(target);
  }

  /**
   * Takes a frame of a target; one of an unknown target, or one that makes no sense, is dropped.
   */
  public void accept(int target, Frame frame) {
    // Reading a text takes its time, which the window must not wait for.
    if (frame instanceof ClassInfo info) {
      source(keyOf(info));
    }
    synchronized (this) {
      TargetState state = targets.get(target);
      if (state != null) {
        if (accept(state, frame)) {
          changed();
        }
      }
    }
  }

  /** Returns whether there is something new to show: an idle program still ticks. */
  private boolean accept(TargetState target, Frame frame) {
    switch (frame.type()) {
      case FrameType.CLASS -> accept(target, (ClassInfo) frame);
      case FrameType.COUNTS, FrameType.THREAD_COUNTS -> accept(target, (Counts) frame);
      case FrameType.TICK -> {
        boolean first = target.lastTick < 0;
        target.lastTick = clock.getAsLong();
        return first;
      }
      case FrameType.THREADS -> {
        return target.accept((Threads) frame);
      }
      case FrameType.STEP_METHOD -> {
        target.steps.accept((StepMethodInfo) frame);
        return false;
      }
      case FrameType.STEP_THREAD -> {
        StepThreadInfo thread = (StepThreadInfo) frame;
        steps.name(new StepLog.ThreadKey(target.id, thread.threadId), thread.name);
      }
      case FrameType.STEPS, FrameType.LATER_STEPS -> target.steps.accept((Steps) frame);
      case FrameType.RUN_STATE -> target.run = (RunState) frame;
      case FrameType.NOTICE -> accept((Notice) frame);
      case FrameType.UNCAUGHT -> {
        if (uncaught.size() < MAX_UNCAUGHT) {
          List<UncaughtException> more = new ArrayList<>(uncaught);
          more.add(target.accept((Uncaught) frame));
          uncaught = List.copyOf(more);
        }
      }
      case FrameType.BYE -> {
        target.saidBye = true;
        target.forgetThreads();
      }
      default -> {
        return false; // a later version's frame
      }
    }
    return true;
  }

  private void accept(TargetState target, ClassInfo info) {
    FileKey key = keyOf(info);
    FileState file =
        files.computeIfAbsent(key, k -> new FileState(k, Optional.ofNullable(texts.get(k))));
    ClassState state = new ClassState(info, file);
    if (selectedThread != 0) {
      state.selectThread(target.id == selectedTarget);
    }
    file.add(state);
    target.add(info.classId, state);
    if (!info.note.isEmpty()) {
      accept(new Notice(Notice.GENERAL, info.className, info.note));
    }
  }

  private void accept(TargetState target, Counts counts) {
    ClassState state = target.classes.get(counts.classId);
    boolean wanted =
        counts.threadId == 0 || (counts.threadId == selectedThread && target.id == selectedTarget);
    if (state != null && wanted) {
      state.accept(counts, clock.getAsLong());
    }
  }

  private void accept(Notice notice) {
    NoticePicture next = new NoticePicture(notice.subject, notice.text);
    if (notices.size() < MAX_NOTICES && !notices.contains(next)) {
      notices.add(next);
    }
  }

  /** The connection to a target is gone. */
  public synchronized void disconnected(int target) {
    TargetState state = targets.get(target);
    if (state != null) {
      state.connected = false;
      state.forgetThreads();
      changed();
    }
  }

  /** The program that was started ended. */
  public synchronized void programEnded(int code) {
    ended = true;
    exitCode = code;
    changed();
  }

  /** Forgets everything for a new run; frames of the targets so far are dropped from now on. */
  public synchronized void clear() {
    files.clear();
    texts.clear();
    targets.clear();
    notices.clear();
    steps = new StepLog();
    uncaught = List.of();
    selectedTarget = 0;
    selectedThread = 0;
    ended = false;
    exitCode = -1;
    frozen = null;
    frozenPicture = null;
    changed();
  }

  /** Who sends commands to targets. */
  public void onCommand(BiConsumer<Integer, Frame> sender) {
    commands.set(sender);
    controllable = true;
  }

  /**
   * Says how often the stacks are wanted.
   *
   * @param everyMillis 10 to 10,000 milliseconds, 0 for never
   */
  public void watch(int everyMillis) {
    List<Integer> ids;
    synchronized (this) {
      watchMillis = everyMillis;
      ids = List.copyOf(targets.keySet());
    }
    for (int id : ids) {
      commands.get().accept(id, new Watch(everyMillis));
    }
  }

  /** Whether every target that connected has said that it sent its last counts. */
  public synchronized boolean complete() {
    return targets.values().stream().allMatch(target -> target.saidBye || !target.connected);
  }

  @Override
  public synchronized Picture picture() {
    if (frozenPicture != null) {
      return frozenPicture;
    }
    // The age of the last tick grows while nothing else changes.
    if (picture == null || clock.getAsLong() - picture.nanos() > REFRESH_NANOS) {
      picture = make(status());
    }
    return picture;
  }

  private Picture make(Status status) {
    long now = clock.getAsLong();
    List<FileSummary> summaries = new ArrayList<>(files.size());
    long max = 0;
    for (FileState file : files.values()) {
      FileSummary summary = file.summary(filter);
      summaries.add(summary);
      max = Math.max(max, summary.maxHits());
    }
    List<ThreadPicture> threads = new ArrayList<>();
    List<TargetPicture> pictures = new ArrayList<>();
    long age = -1;
    for (TargetState target : targets.values()) {
      threads.addAll(target.threads());
      TargetPicture each = target.picture(now);
      pictures.add(each);
      if (each.tickAgeNanos() >= 0) {
        age = age < 0 ? each.tickAgeNanos() : Math.min(age, each.tickAgeNanos());
      }
    }
    return new Picture(
        version,
        now,
        status,
        exitCode,
        age,
        max,
        List.copyOf(summaries),
        List.copyOf(threads),
        List.copyOf(pictures),
        List.copyOf(notices),
        RunDesk.picture(targets.values()));
  }

  private Status status() {
    if (ended) {
      return exitCode == 0 ? Status.FINISHED : Status.STOPPED;
    }
    if (targets.isEmpty()) {
      return Status.WAITING;
    }
    boolean lost = false;
    for (TargetState target : targets.values()) {
      if (target.connected && !target.saidBye) {
        return Status.LIVE;
      }
      lost |= !target.saidBye;
    }
    return lost ? Status.DISCONNECTED : Status.FINISHED;
  }

  @Override
  public synchronized Optional<FilePicture> file(FileKey key) {
    if (frozen != null) {
      return Optional.ofNullable(frozen.get(key));
    }
    return Optional.ofNullable(files.get(key)).map(file -> file.picture(filter));
  }

  @Override
  public Optional<SourceText> source(FileKey key) {
    synchronized (this) {
      FileState file = files.get(key);
      if (file != null && file.source.isPresent()) {
        return file.source;
      }
      if (texts.containsKey(key)) {
        return Optional.of(texts.get(key));
      }
    }
    Optional<SourceText> found = sources.find(key.path());
    synchronized (this) {
      // What was not found may be found later: a finder learns of places when a program starts.
      found.ifPresent(text -> texts.put(key, text));
    }
    return found;
  }

  @Override
  public long nanos() {
    return clock.getAsLong();
  }

  @Override
  public synchronized void freeze(boolean freeze) {
    if (!freeze) {
      frozen = null;
      frozenPicture = null;
    } else if (frozen == null) {
      Map<FileKey, FilePicture> pictures = new HashMap<>();
      files.forEach((key, file) -> pictures.put(key, file.picture(filter)));
      frozenPicture = make(Status.FROZEN);
      frozen = pictures;
    }
    changed();
  }

  @Override
  public synchronized void reset() {
    for (TargetState target : targets.values()) {
      target.classes.values().forEach(ClassState::reset);
    }
    files.values().forEach(FileState::reset);
    changed();
  }

  @Override
  public void selectThread(int target, long threadId) {
    int before;
    synchronized (this) {
      if (target == selectedTarget && threadId == selectedThread) {
        return;
      }
      before = selectedTarget;
      selectedTarget = threadId == 0 ? 0 : target;
      selectedThread = threadId;
      for (TargetState each : targets.values()) {
        each.classes.values().forEach(state -> state.selectThread(each.id == selectedTarget));
      }
      files.values().forEach(FileState::changed);
      changed();
    }
    if (before != 0 && before != target) {
      commands.get().accept(before, new SelectThread(0));
    }
    if (target != 0) {
      commands.get().accept(target, new SelectThread(threadId));
    }
  }

  @Override
  public synchronized StepLog steps() {
    return steps;
  }

  @Override
  public synchronized List<UncaughtException> uncaught() {
    return uncaught;
  }

  @Override
  public synchronized boolean whole() {
    return targets.values().stream().allMatch(target -> target.saidBye || target.connected);
  }

  @Override
  public synchronized List<LoopPicture> loops(FileKey key) {
    FileState file = files.get(key);
    return file == null ? List.of() : file.loops();
  }

  @Override
  public RunControl control() {
    return controllable ? control : null;
  }

  private synchronized List<Integer> connectedTargets() {
    return targets.values().stream()
        .filter(target -> target.connected)
        .map(target -> target.id)
        .toList();
  }

  private void changed() {
    version++;
    picture = null;
  }

  private static FileKey keyOf(ClassInfo info) {
    String name = info.className;
    String folders = name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/');
    String file = info.sourceFile;
    if (file.isEmpty()) {
      String simple = name.substring(folders.length());
      int dollar = simple.indexOf('$', 1);
      file = (dollar < 0 ? simple : simple.substring(0, dollar)) + ".java";
    }
    return new FileKey(folders + file);
  }
}
