// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.source.SlotNames;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceText;
import dev.afterglow.wire.LineInfo;
import dev.afterglow.wire.LoopInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One source file: the classes that came from it, and its numbers. Guarded by the session. */
final class FileState {
  private static final long NONE = FilePicture.NONE;

  /** What a constructor or accessor that somebody wrote says, and the head of a class does not. */
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:(?:super|this)\\s*[(.]|return\\b|(?:fun|def)\\s|get\\(\\))");

  /** Words that begin a block and do nothing themselves, and labels; compilers give them code. */
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "\\b(?:else|finally|try|do)\\b|\\binit\\s*(?=\\{)|//.*|/\\*.*?(?:\\*/|$)|^\\s*\\w+\\s*:\\s*$");

  /** A brace that ends what a method does, perhaps with more of a call around it. */
  private static final Pattern CLOSING =
      Pattern.compile("^\\s*}(?!.*\\b(?:return|throw|break|continue)\\b)");

  /** The head of a class without arguments for the class above it, and without a body behind. */
  private static final Pattern CLASS_HEAD =
      Pattern.compile(
          "[\\w\\s@]*\\b(?:class|object|trait|enum|interface)\\b[^({:]*"
              + "(?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))?[^(){]*\\{?\\s*(?://.*)?|\\s*case [\\w, ]+");

  /** A closing brace gives way to all that is written on its line. */
  private static final int BRACE = 1000;

  /** So does a class's head to what is written beside it. */
  private static final int HEAD = 500;

  /** Copies in other classes give way to the class that the code was written in. */
  private static final int COPY = 400;

  final FileKey key;
  final Optional<SourceText> source;
  private final List<ClassState> classes = new ArrayList<>();
  private long[] lastHit = new long[0];
  private long version;
  private FilePicture picture;
  private FileSummary summary;

  /** Which class depth owns a line (rule 5), made anew when a class comes. */
  private int[] owner;

  private List<SourceLoops.Loop> written;

  /** Made when it is first asked for. */
  private SlotNames slotNames;

  /** The header line of each endless loop, by its object. */
  private Map<LoopInfo, SourceLoops.Loop> headers;

  FileState(FileKey key, Optional<SourceText> source) {
    this.key = key;
    this.source = source;
  }

  void add(ClassState state) {
    classes.add(state);
    int lines = lastHit.length;
    for (LineInfo line : state.info.lines) {
      lines = Math.max(lines, line.line + 1);
    }
    for (LoopInfo loop : state.info.loops) {
      lines = Math.max(lines, loop.line + 1);
    }
    int known = lastHit.length;
    lastHit = Arrays.copyOf(lastHit, lines);
    Arrays.fill(lastHit, known, lines, NONE);
    owner = null;
    changed();
  }

  void changed() {
    picture = null;
  }

  void ran(int line, long now) {
    lastHit[line] = now;
  }

  void reset() {
    Arrays.fill(lastHit, NONE);
    changed();
  }

  FileSummary summary(ClassFilter filter) {
    picture(filter);
    return summary;
  }

  /** Which classes' numbers are shown: those of all targets, or of one target's one thread. */
  interface ClassFilter {
    boolean shows(ClassState state);

    boolean oneThread();
  }

  /** The numbers now; the same object while nothing changed. */
  FilePicture picture(ClassFilter filter) {
    if (picture == null) {
      version++;
      prepare();
      picture = make(filter);
    }
    return picture;
  }

  private FilePicture make(ClassFilter filter) {
    int lines = lastHit.length;
    long[] hits = filled(lines);
    long[] rounds = filled(lines);
    long[] second = filled(lines);
    for (ClassState state : classes) {
      for (LineInfo entry : state.info.lines) {
        if (owner[entry.line] < 0) {
          continue;
        }
        long number = filter.shows(state) ? state.shown(entry.terms, filter.oneThread()) : 0;
        if (owns(state, entry)) {
          add(hits, entry.line, number);
        } else if (rank(state, entry) < HEAD) {
          add(second, entry.line, number);
        }
      }
    }
    addRounds(filter, hits, rounds);
    long sum = 0;
    long max = 0;
    long newest = NONE;
    long[] last = filled(lines);
    for (int line = 1; line < lines; line++) {
      if (hits[line] != NONE) {
        sum += hits[line];
        max = Math.max(max, hits[line]);
        last[line] = lastHit[line];
        newest = Math.max(newest, lastHit[line]);
      }
    }
    summary = new FileSummary(key, sum, max, newest, source.isPresent());
    return new FilePicture(key, version, hits, rounds, second, last, max);
  }

  private void addRounds(ClassFilter filter, long[] hits, long[] rounds) {
    for (ClassState state : classes) {
      Set<Integer> done = new HashSet<>();
      for (LoopInfo loop : state.info.loops) {
        SourceLoops.Loop header = headers.get(loop);
        int line = header == null ? loop.line : header.headFirst();
        if (loop.second || line >= rounds.length || !done.add(line)) {
          continue;
        }
        boolean tested = header == null && loop.shape == LoopInfo.TOP_TESTED;
        long number =
            filter.shows(state)
                ? state.shown(tested ? loop.rounds : loop.arrivals, filter.oneThread())
                : 0;
        if (header != null && header.shape() == SourceLoops.Shape.ENDLESS) {
          if (state.depth == ownerOfRounds(line, state)) {
            // There is no check to count: the header shows rounds.
            hits[line] = hits[line] == NONE || rounds[line] == NONE ? number : hits[line] + number;
            lastHit[line] =
                Math.max(lastHit[line], lastHit[Math.min(loop.line, lastHit.length - 1)]);
            add(rounds, line, number);
          }
        } else if (loop.shape != LoopInfo.ENDLESS && hits[line] != NONE) {
          add(rounds, line, number);
        }
      }
    }
  }

  /** Whether a line's number has what a class counts there: only then its visit is a step. */
  boolean counts(ClassState state, int line) {
    prepare();
    return state.counted.get(line);
  }

  /** What names class files leave out; null without a source in Java. */
  SlotNames slotNames() {
    if (slotNames == null && source.isPresent() && key.path().endsWith(".java")) {
      slotNames = new SlotNames(source.get());
    }
    return slotNames;
  }

  /** The loops, each once though several classes or copies may have it, outer ones first. */
  List<LoopPicture> loops() {
    prepare();
    Set<LoopPicture> found = new LinkedHashSet<>();
    for (ClassState state : classes) {
      for (LoopInfo loop : state.info.loops) {
        SourceLoops.Loop header = headers.get(loop);
        int line = header == null ? loop.line : header.headFirst();
        found.add(
            new LoopPicture(
                line,
                Math.min(line, loop.firstLine),
                Math.max(line, loop.lastLine),
                loop.shape == LoopInfo.BOTTOM_TESTED));
      }
    }
    List<LoopPicture> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(LoopPicture::firstLine)
            .thenComparing(Comparator.comparingInt(LoopPicture::lastLine).reversed()));
    return List.copyOf(sorted);
  }

  private int ownerOfRounds(int line, ClassState state) {
    return owner[line] < 0 || owner[line] >= BRACE ? state.depth : owner[line];
  }

  /** What follows from the classes and the source alone. */
  private void prepare() {
    if (owner != null) {
      return;
    }
    owner = new int[lastHit.length];
    Arrays.fill(owner, Integer.MAX_VALUE);
    boolean[] explicit = new boolean[lastHit.length];
    headers = new HashMap<>();
    for (ClassState state : classes) {
      for (LineInfo entry : state.info.lines) {
        explicit[entry.line] |= (entry.flags & LineInfo.FLAG_IMPLICIT) == 0;
        if (entry.kind == LineInfo.HITS) {
          owner[entry.line] = Math.min(owner[entry.line], rank(state, entry));
        }
      }
      findHeaders(state);
    }
    for (int line = 1; line < owner.length; line++) {
      if (hidden(line, explicit[line])) {
        owner[line] = -1;
      }
    }
    for (ClassState state : classes) {
      state.counted.clear();
      for (LineInfo entry : state.info.lines) {
        boolean shown = owns(state, entry) || rank(state, entry) < HEAD;
        if (shown && owner[entry.line] >= 0) {
          state.counted.set(entry.line);
        }
      }
    }
  }

  private void findHeaders(ClassState state) {
    if (source.isEmpty() || state.info.loops.isEmpty()) {
      return;
    }
    written = written == null ? SourceLoops.of(source.get()).loops() : written;
    LoopHeaders claims = new LoopHeaders(written);
    // Of nested loops the inner one takes the nearest header, the outer one the next above.
    List<LoopInfo> loops = state.info.loops;
    for (int i = loops.size() - 1; i >= 0; i--) {
      LoopInfo loop = loops.get(i);
      SourceLoops.Loop header = loop.second ? null : claims.claimed(loop);
      if (header != null && header.headFirst() < lastHit.length) {
        headers.put(loop, header);
      }
    }
  }

  private boolean hidden(int line, boolean explicit) {
    boolean brace = owner[line] >= BRACE;
    if (source.isEmpty()) {
      return brace || !explicit;
    }
    if (line > source.get().lineCount()) {
      return true; // an older text, or a source map that is wrong
    }
    String text = source.get().line(line);
    if (isClassHead(text)) {
      return true;
    }
    if ((!explicit && !WRITTEN.matcher(text).find()) || (brace && CLOSING.matcher(text).find())) {
      return true;
    }
    String words = STRUCTURE.matcher(text).replaceAll("");
    // A text block's quotes alone are no code.
    return words
        .replace("\"\"\"", "")
        .chars()
        .noneMatch(c -> Character.isLetterOrDigit(c) || c == '"' || c == '\'');
  }

  /** Whether what an entry counts is its line's number, not that of a lambda on the line. */
  private boolean owns(ClassState state, LineInfo entry) {
    boolean copy = (entry.flags & LineInfo.FLAG_COPY) != 0;
    return entry.kind == LineInfo.HITS && (copy || rank(state, entry) <= owner[entry.line]);
  }

  /** Compilers of other languages give it the methods that nobody wrote. */
  private boolean isClassHead(String text) {
    return !key.path().endsWith(".java") && CLASS_HEAD.matcher(text).matches();
  }

  private static int rank(ClassState state, LineInfo entry) {
    int head = (entry.flags & LineInfo.FLAG_IMPLICIT) != 0 ? HEAD : 0;
    head += (entry.flags & LineInfo.FLAG_COPY) != 0 ? COPY : 0;
    return state.depth + head + ((entry.flags & LineInfo.FLAG_END) != 0 ? BRACE : 0);
  }

  private static void add(long[] numbers, int line, long number) {
    numbers[line] = numbers[line] == NONE ? number : numbers[line] + number;
  }

  private static long[] filled(int length) {
    long[] numbers = new long[length];
    Arrays.fill(numbers, NONE);
    return numbers;
  }
}
