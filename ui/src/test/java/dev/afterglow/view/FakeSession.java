// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.LoopPicture;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A session whose numbers a test sets; no target, no clock but the test's. */
final class FakeSession implements SessionView {

  /** A file's numbers, by line. */
  static final class FakeFile {
    final FileKey key;
    final SourceText source;
    final long[] hits;
    final long[] rounds;
    final long[] lambda;
    final long[] last;
    private FilePicture made;

    FakeFile(String path, String text) {
      key = new FileKey(path);
      source = SourceText.of(path, text);
      int lines = source.lineCount() + 1;
      hits = none(lines);
      rounds = none(lines);
      lambda = none(lines);
      last = none(lines);
    }

    private static long[] none(int lines) {
      long[] numbers = new long[lines];
      Arrays.fill(numbers, FilePicture.NONE);
      return numbers;
    }
  }

  /** Whether no source is found. */
  boolean sourceless;

  private Optional<SourceText> edited = Optional.empty();
  private final Map<FileKey, FakeFile> files = new TreeMap<>();
  private List<ThreadPicture> threads = List.of();
  private List<TargetPicture> targets = List.of();
  private List<NoticePicture> notices = List.of();
  private RunPicture run = RunPicture.COUNTING;
  private Status status = Status.LIVE;
  private int exitCode = -1;
  private Picture picture;
  private long version;
  private long clock = 10_000_000_000L;
  final List<String> calls = new ArrayList<>();

  /** Whether it only shows what was recorded. */
  volatile boolean recording;

  final FakeControl control = new FakeControl(this);

  @Override
  public FakeControl control() {
    return recording ? null : control;
  }

  private StepLog steps = new StepLog();
  private List<LoopPicture> loops = List.of();

  @Override
  public synchronized StepLog steps() {
    return steps;
  }

  private List<UncaughtException> uncaught = List.of();

  @Override
  public synchronized List<UncaughtException> uncaught() {
    return uncaught;
  }

  /** Exceptions have ended these threads. */
  synchronized void died(UncaughtException... all) {
    uncaught = List.of(all);
    changed();
  }

  /** Has the steps of another log from now on. */
  synchronized void steps(StepLog now) {
    steps = now;
    changed();
  }

  @Override
  public synchronized List<LoopPicture> loops(FileKey key) {
    return key.name().equals("Fibonacci.java") ? loops : List.of();
  }

  /** Sets the loops of the first file. */
  synchronized void loops(LoopPicture... now) {
    loops = List.of(now);
    changed();
  }

  synchronized FakeFile add(String path, String text) {
    FakeFile file = new FakeFile(path, text);
    files.put(file.key, file);
    changed();
    return file;
  }

  /** Nothing has run, and the source of a file is another one. */
  synchronized void edited(String path, String text) {
    files.clear();
    edited = Optional.of(SourceText.of(path, text));
    changed();
  }

  synchronized FakeFile fileNamed(String path) {
    return files.get(new FileKey(path));
  }

  /** Sets a line's hits, as if it ran some time ago. */
  synchronized void hit(FakeFile file, int line, long hits, long agoMillis) {
    file.hits[line] = hits;
    file.last[line] = hits == 0 ? FilePicture.NONE : clock - agoMillis * 1_000_000;
    file.made = null;
    changed();
  }

  synchronized void rounds(FakeFile file, int line, long rounds) {
    file.rounds[line] = rounds;
    file.made = null;
    changed();
  }

  synchronized void lambda(FakeFile file, int line, long hits) {
    file.lambda[line] = hits;
    file.made = null;
    changed();
  }

  synchronized void threads(ThreadPicture... now) {
    threads = List.of(now);
    changed();
  }

  synchronized void targets(TargetPicture... now) {
    targets = List.of(now);
    changed();
  }

  synchronized void notices(NoticePicture... now) {
    notices = List.of(now);
    changed();
  }

  synchronized void run(RunPicture now) {
    run = now;
    changed();
  }

  synchronized void status(Status now, int code) {
    status = now;
    exitCode = code;
    changed();
  }

  synchronized void pass(long millis) {
    clock += millis * 1_000_000;
    changed();
  }

  static FramePicture frame(String className, String method, String file, int line) {
    return new FramePicture(className, method, file == null ? null : new FileKey(file), line);
  }

  @Override
  public synchronized Picture picture() {
    if (picture == null) {
      List<FileSummary> rows = new ArrayList<>();
      long max = 0;
      for (FakeFile file : files.values()) {
        FilePicture numbers = file(file.key).orElseThrow();
        long sum = 0;
        long last = FilePicture.NONE;
        for (int line = 1; line <= numbers.lastLine(); line++) {
          sum += Math.max(0, numbers.hits(line));
          last = Math.max(last, numbers.lastHitNanos(line));
        }
        max = Math.max(max, numbers.maxHits());
        rows.add(new FileSummary(file.key, sum, numbers.maxHits(), last, true));
      }
      picture =
          new Picture(
              version,
              clock,
              status,
              exitCode,
              400_000_000L,
              max,
              rows,
              threads,
              targets,
              notices,
              run);
    }
    return picture;
  }

  @Override
  public synchronized Optional<FilePicture> file(FileKey key) {
    FakeFile file = files.get(key);
    if (file == null) {
      return Optional.empty();
    }
    if (file.made == null) {
      long max = Arrays.stream(file.hits).max().orElse(0);
      file.made =
          new FilePicture(
              key,
              version,
              file.hits.clone(),
              file.rounds.clone(),
              file.lambda.clone(),
              file.last.clone(),
              Math.max(0, max));
    }
    return Optional.of(file.made);
  }

  @Override
  public synchronized Optional<SourceText> source(FileKey key) {
    return sourceless
        ? Optional.empty()
        : Optional.ofNullable(files.get(key)).map(file -> file.source).or(() -> edited);
  }

  @Override
  public synchronized long nanos() {
    return clock;
  }

  @Override
  public synchronized void freeze(boolean frozen) {
    calls.add("freeze " + frozen);
    status(frozen ? Status.FROZEN : Status.LIVE, -1);
  }

  @Override
  public synchronized void reset() {
    calls.add("reset");
    for (FakeFile file : files.values()) {
      for (int line = 0; line < file.hits.length; line++) {
        file.hits[line] = Math.min(0, file.hits[line]);
        file.rounds[line] = Math.min(0, file.rounds[line]);
        file.lambda[line] = Math.min(0, file.lambda[line]);
        file.last[line] = FilePicture.NONE;
      }
      file.made = null;
    }
    changed();
  }

  @Override
  public synchronized void selectThread(int target, long threadId) {
    calls.add("select " + target + " " + threadId);
  }

  private void changed() {
    version++;
    picture = null;
  }
}
