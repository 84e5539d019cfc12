// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program did, step by step and in order: calls, lines, returns, exceptions, with the values
 * that changed. It only grows. One thread at a time writes; any thread may read what is below
 * {@link #size}.
 *
 * <p>Steps are numbered from 0 and kept in columns: 17 bytes a step, 8 more a call, 12 a value; a
 * text that occurs twice is kept once, in half a byte to a byte a character and 7 bytes more. What
 * a line changed is known only when it has ended, so the values of an activation's latest {@link
 * Kind#LINE} step, and the end of a call, are added later.
 */
public final class StepLog {
  /** No step: the activation still runs, or began before steps were recorded. */
  public static final int NONE = -1;

  /** The most values of one step; more are dropped. */
  public static final int MAX_VALUES = 100;

  private static final int CHUNK = 1 << 12;
  private static final int MASK = CHUNK - 1;
  private static final int WORDS = 3;
  private static final Kind[] KINDS = Kind.values();

  /** What happened. */
  public enum Kind {
    /** A method began; the values are its arguments. */
    CALL,
    /** A line was visited; the values are those it changed. */
    LINE,
    /** A method returned; the value is the result, none for {@code void}. */
    RETURN,
    /** A method was left by an exception: values {@code exception} (its class), {@code message}. */
    THROW,
    /** An exception was caught in this activation, on this line; values as of {@link #THROW}. */
    CATCH,
    /**
     * An exception came to a {@code finally} that begins on this line; values as of {@link #THROW}
     * and {@code from}, the line of this activation that it came from.
     */
    PASS
  }

  /**
   * A value as text.
   *
   * @param name the variable; {@code return} for a result, {@code exception} and {@code message}
   * @param text what it is, shortened: {@code 9}, {@code "abc"}, {@code [1, 2, 9]}
   * @param from the first character of the part that changed, such as an element of an array
   * @param to behind its last character; equal to {@code from} if nothing stands out
   */
  public record Value(String name, String text, int from, int to) {
    /** The text of a value that is not shown, as its name is like that of a secret. */
    public static final String MASKED = "•••";

    private static final String WHY_MASKED =
        MASKED
            + " is not shown, as its name reads like a secret's: password, token, secret, key."
            + " Under another name, or with --show-secrets, it is.";

    /** A text with values in it, and why one of them is not shown if that is so. */
    public static String explained(String text) {
      return text.contains(MASKED) ? text + "\n" + WHY_MASKED : text;
    }

    /** A value of which no part stands out. */
    public Value(String name, String text) {
      this(name, text, 0, 0);
    }

    /** As much of it as has room in so many characters: of a long one the part that changed. */
    public Value cut(int most) {
      if (text.length() <= most) {
        return this;
      }
      int start = to > most - 8 ? Math.max(0, from - 6) : 0;
      int end = Math.min(text.length(), start + most);
      String head = start > 0 ? "…" : "";
      String part = head + text.substring(start, end) + (end < text.length() ? "…" : "");
      int shift = head.length() - start;
      return new Value(
          name, part, Math.max(0, from + shift), Math.max(0, Math.min(to, end) + shift));
    }
  }

  /**
   * A method that was stepped through.
   *
   * @param file its source file
   * @param className binary name with dots
   * @param name its name, {@code <init>} for a constructor
   * @param descriptor as in the class file
   * @param line the first line of its code
   * @param receiver whether it is called on an object
   */
  public record Method(
      FileKey file, String className, String name, String descriptor, int line, boolean receiver) {
    /** A static method. */
    public Method(FileKey file, String className, String name, String descriptor, int line) {
      this(file, className, name, descriptor, line, false);
    }
  }

  /**
   * A thread of a target.
   *
   * @param target the session's number of the target
   * @param id the JVM's id of the thread
   */
  public record ThreadKey(int target, long id) {}

  /** The columns of some steps. */
  private static final class Chunk {
    final int[] site = new int[CHUNK];

    /** Its depth; of a CALL its number among the calls. */
    final int[] depth = new int[CHUNK];

    /** The CALL of the step's activation; of a CALL its caller's CALL. */
    final int[] call = new int[CHUNK];

    final int[] firstValue = new int[CHUNK];
    final byte[] values = new byte[CHUNK];
  }

  private volatile Chunk[] chunks = new Chunk[0];
  private volatile int size;
  private final StepSites sites = new StepSites();

  /** By number of a call: its depth, and the step that ended it. */
  private final IntColumn callDepths = new IntColumn();

  private final IntColumn callEnds = new IntColumn();
  private final Numbered<Method> methods = new Numbered<>();
  private final Numbered<ThreadKey> threads = new Numbered<>();
  private final ThreadNames threadNames = new ThreadNames();
  private final Numbered<String> names = new Numbered<>();

  /** Guards itself and the values. */
  private final TextStore texts = new TextStore();

  private final IntColumn values = new IntColumn();

  /** What the threads are called. */
  private final class ThreadNames {
    private final Map<ThreadKey, String> given = new HashMap<>();
    private List<String> names = List.of();
    private int changes;

    synchronized void set(ThreadKey thread, String name) {
      if (!name.equals(given.put(thread, name))) {
        names = List.of();
        changes++;
      }
    }

    synchronized int mark() {
      return changes + threads.size();
    }

    synchronized String get(int number) {
      if (number >= names.size()) {
        Map<String, Integer> before = new HashMap<>();
        names = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
          ThreadKey thread = threads.get(i);
          String name = given.getOrDefault(thread, "");
          int count = before.merge(name, 1, Integer::sum);
          names.add(
              name.isBlank() ? "thread " + thread.id() : count > 1 ? name + " #" + count : name);
        }
      }
      return names.get(number);
    }
  }

  /** How many steps there are. */
  public int size() {
    return size;
  }

  /** What happened. */
  public Kind kind(int step) {
    return KINDS[sites.kind(site(step))];
  }

  /** In which method. */
  public Method method(int step) {
    return methods.get(methodNumber(step));
  }

  /** The method's number, to compare steps fast. */
  public int methodNumber(int step) {
    return sites.method(site(step));
  }

  /** On which source line; of a CALL the first line of the method. */
  public int line(int step) {
    return sites.line(site(step));
  }

  /** How many recorded activations of its thread are around the step's. */
  public int depth(int step) {
    int depth = chunk(step).depth[step & MASK];
    return kind(step) == Kind.CALL ? callDepths.get(depth) : depth;
  }

  /** In which thread. */
  public ThreadKey thread(int step) {
    return threads.get(threadNumber(step));
  }

  /** The thread's number, to compare steps fast. */
  public int threadNumber(int step) {
    return sites.thread(site(step));
  }

  /** How many methods have steps; their numbers are smaller. */
  public int methodCount() {
    return methods.size();
  }

  /** The method with a number. */
  public Method methodNumbered(int number) {
    return methods.get(number);
  }

  /** How many threads have steps; their numbers are smaller. */
  public int threadCount() {
    return threads.size();
  }

  /** The thread with a number. */
  public ThreadKey threadNumbered(int number) {
    return threads.get(number);
  }

  /**
   * What the thread with a number is called: of threads with equal names the first has the name
   * alone, the others {@code worker #2}, {@code worker #3}; {@code thread 12} if it has none.
   */
  public String threadName(int number) {
    return threadNames.get(number);
  }

  /** A number that is another one when some thread may be called otherwise than before. */
  public int threadNamesMark() {
    return threadNames.mark();
  }

  /** Says how a thread is called; it may have no steps yet. */
  public void name(ThreadKey thread, String name) {
    threadNames.set(thread, name);
  }

  /** The CALL step of the activation (of a CALL itself), {@link #NONE} if it was not recorded. */
  public int call(int step) {
    return kind(step) == Kind.CALL ? step : chunk(step).call[step & MASK];
  }

  /** The CALL step of the activation that made a call, {@link #NONE} if there is none. */
  public int caller(int callStep) {
    return chunk(callStep).call[callStep & MASK];
  }

  /** The RETURN or THROW step that ended a CALL, {@link #NONE} while it runs. */
  public int end(int callStep) {
    return kind(callStep) != Kind.CALL
        ? NONE
        : callEnds.get(chunk(callStep).depth[callStep & MASK]);
  }

  /** How many values a step has. */
  public int valueCount(int step) {
    return chunk(step).values[step & MASK];
  }

  /** A number that is another one after each change of a step's values; 0 or more. */
  public int valueMark(int step) {
    return valueCount(step) == 0 ? 0 : chunk(step).firstValue[step & MASK] + 1;
  }

  /** The number of the text of one of a step's values: equal texts have equal numbers. */
  public int textNumber(int step, int value) {
    Chunk chunk = chunk(step);
    synchronized (texts) {
      return values.get(chunk.firstValue[step & MASK] + WORDS * value + 1);
    }
  }

  /** The values of a step, in order. */
  public List<Value> values(int step) {
    Chunk chunk = chunk(step);
    if (chunk.values[step & MASK] == 0) {
      return List.of();
    }
    List<Value> found = new ArrayList<>();
    synchronized (texts) {
      int count = chunk.values[step & MASK];
      int at = chunk.firstValue[step & MASK];
      for (int i = 0; i < count; i++, at += WORDS) {
        String text = texts.get(values.get(at + 1));
        int marked = values.get(at + 2);
        found.add(new Value(names.get(values.get(at)), text, marked >>> 16, marked & 0xffff));
      }
    }
    return found;
  }

  /**
   * Adds a CALL.
   *
   * @param caller the CALL step of the activation that calls, or {@link #NONE}
   * @return its number
   */
  public int addCall(ThreadKey thread, Method method, int depth, int caller, List<Value> args) {
    return add(Kind.CALL, thread, method, method.line(), depth, caller, args);
  }

  /**
   * Adds another step than a CALL; a RETURN or THROW ends its call.
   *
   * @param call the CALL step of its activation, or {@link #NONE}
   * @return its number
   */
  @SuppressWarnings("EnumOrdinal") // kept in memory only
  public int add(
      Kind kind,
      ThreadKey thread,
      Method method,
      int line,
      int depth,
      int call,
      List<Value> withValues) {
    int step = size;
    if (step / CHUNK == chunks.length) {
      Chunk[] more = Arrays.copyOf(chunks, chunks.length + 1);
      more[chunks.length] = new Chunk();
      chunks = more;
    }
    Chunk chunk = chunks[step / CHUNK];
    int at = step & MASK;
    chunk.site[at] =
        sites.number(kind.ordinal(), methods.number(method), line, threads.number(thread));
    chunk.depth[at] = depth;
    if (kind == Kind.CALL) {
      chunk.depth[at] = callDepths.size();
      callDepths.add(depth);
      callEnds.add(NONE);
    }
    chunk.call[at] = call;
    put(chunk, at, withValues);
    size = step + 1;
    if ((kind == Kind.RETURN || kind == Kind.THROW) && call >= 0) {
      callEnds.set(chunk(call).depth[call & MASK], step);
    }
    return step;
  }

  /** Says what a LINE step changed, once the line has ended. */
  public void setValues(int step, List<Value> changed) {
    put(chunk(step), step & MASK, changed);
  }

  private void put(Chunk chunk, int at, List<Value> all) {
    int count = Math.min(all.size(), MAX_VALUES);
    synchronized (texts) {
      chunk.firstValue[at] = values.size();
      for (Value value : all.subList(0, count)) {
        values.add(names.number(value.name()));
        values.add(texts.number(value.text()));
        values.add(value.from() << 16 | (value.to() & 0xffff));
      }
      chunk.values[at] = (byte) count;
    }
  }

  /** What its arrays take, but for what methods, threads and variables are called. */
  public long bytes() {
    synchronized (texts) {
      long columns = chunks.length * (CHUNK * 17L + 4);
      return columns
          + sites.bytes()
          + callDepths.bytes()
          + callEnds.bytes()
          + values.bytes()
          + texts.bytes();
    }
  }

  private int site(int step) {
    return chunk(step).site[step & MASK];
  }

  private Chunk chunk(int step) {
    if (step < 0 || step >= size) {
      throw new IndexOutOfBoundsException(step);
    }
    return chunks[step / CHUNK];
  }
}
