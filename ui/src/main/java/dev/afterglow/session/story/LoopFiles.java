// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files of a log in which a loop has run. Reads each step once; lives on one thread. */
public final class LoopFiles {
  /** A source and the loops that are written in it. */
  public record Written(FileKey file, SourceText text, SourceLoops loops) {
    /** Reads a source. */
    public static Written of(FileKey file, SourceText text) {
      return new Written(file, text, SourceLoops.of(text));
    }
  }

  private static final byte READ_ON = 1;
  private static final byte KNOWN = 2;

  private final StepLog log;
  private final Function<FileKey, Optional<SourceText>> sources;
  private final Map<FileKey, Optional<Written>> files = new HashMap<>();
  private final List<Written> ran = new ArrayList<>();

  /** By method: whether its steps may still tell something, 0 for a new one. */
  private byte[] methods = new byte[16];

  private int read;
  private Written first;
  private Loop firstLoop;

  public LoopFiles(StepLog log, Function<FileKey, Optional<SourceText>> sources) {
    this.log = log;
    this.sources = sources;
  }

  /**
   * Reads on.
   *
   * @param most steps that are read at most
   * @return whether there are more
   */
  public boolean read(int most) {
    int to = Math.min(log.size(), read + most);
    for (; read < to; read++) {
      int method = log.methodNumber(read);
      if (method >= methods.length) {
        methods = Arrays.copyOf(methods, 2 * method);
      }
      if (methods[method] != KNOWN) {
        methods[method] = look(read);
      }
    }
    return read < log.size();
  }

  private byte look(int step) {
    FileKey file = log.method(step).file();
    Written here = file == null ? null : files.computeIfAbsent(file, this::written).orElse(null);
    if (here == null || ran.contains(here)) {
      return KNOWN;
    }
    first = first == null ? here : first;
    Loop loop = log.kind(step) == Kind.LINE ? here.loops.headAt(log.line(step)) : null;
    if (loop != null) {
      ran.add(here);
      firstLoop = firstLoop == null ? loop : firstLoop;
    }
    return READ_ON;
  }

  private Optional<Written> written(FileKey file) {
    return sources.apply(file).map(text -> Written.of(file, text));
  }

  /** The files in which loops have run, in the order in which the first did. */
  public List<Written> ran() {
    return ran;
  }

  /** The loop that ran first, in the first of {@link #ran}; null if none has. */
  public Loop firstLoop() {
    return firstLoop;
  }

  /** The first file that ran and has a source, or null. */
  public Written first() {
    return first;
  }

  /** Whether the program is written in several files, as far as it has run. */
  public boolean several() {
    return files.size() > 1;
  }
}
