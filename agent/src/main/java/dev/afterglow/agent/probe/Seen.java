// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** What some variables were when they were last looked at. For its thread alone. */
final class Seen {
  /** Null where one is out of scope. */
  private final Object[] values;

  private final String[] texts;

  /** Of those with more elements than a text shows; null before there is one. */
  private Snapshot[] snapshots;

  /** The element of each that its text shows though it is not among the first; else 0. */
  private long[] places;

  /** The part of the text that has changed: where it begins in the upper half, where it ends. */
  private long marked;

  Seen(int count) {
    values = new Object[count];
    texts = new String[count];
  }

  int markedFrom() {
    return (int) (marked >>> 32);
  }

  int markedTo() {
    return (int) marked;
  }

  /** Whether a variable was looked at before. */
  boolean knows(int i) {
    return texts[i] != null;
  }

  /** What a variable was when it was last looked at; null if it was not. */
  String text(int i) {
    return texts[i];
  }

  Object value(int i) {
    return values[i];
  }

  void forget(int i) {
    values[i] = null;
    texts[i] = null;
    if (snapshots != null) {
      snapshots[i] = null;
    }
  }

  void forgetAll() {
    for (int i = 0; i < values.length; i++) {
      forget(i);
    }
  }

  /** Notes that there is nothing to look at, in words; whether there was before. */
  boolean isGone(int i, String words) {
    if (words.equals(texts[i])) {
      return false;
    }
    forget(i);
    values[i] = Watched.NOTHING;
    texts[i] = words;
    return true;
  }

  /** Looks at a variable; whether it is another than before. Then the thread's text tells it. */
  boolean isNew(int i, Object value, byte secrecy, StepThread thread) {
    String before = texts[i];
    if (before != null && Values.same(values[i], value)) {
      return false;
    }
    boolean kept = before != null && values[i] == value;
    Snapshot snapshot = snapshots == null ? null : snapshots[i];
    long place = 0;
    long changed = Snapshot.SAME;
    if (kept && snapshot != null) {
      changed = difference(snapshot, value);
      if (changed == Snapshot.SAME && Values.isOfNumbers(value)) {
        return false;
      }
      place = changed == Snapshot.SAME ? places[i] : changed;
    }
    StringBuilder text = thread.text;
    text.setLength(0);
    long found = Values.render(text, value, secrecy, place);
    if (kept && before.contentEquals(text)) {
      if (changed != Snapshot.SAME) {
        remember(i, value, places[i], thread); // nothing is held that the program gave up
      }
      return false;
    }
    if (!kept) {
      marked = 0;
    } else if (found == 0) {
      marked = Elements.difference(before, text, value.getClass().isArray());
    } else {
      marked = changed == Snapshot.SAME ? 0 : found; // as when the last of a list is removed
    }
    values[i] = value;
    texts[i] = text.toString();
    remember(i, value, place, thread);
    return true;
  }

  private static long difference(Snapshot snapshot, Object value) {
    try {
      return snapshot.difference(value);
    } catch (RuntimeException changing) {
      return Snapshot.SAME; // another thread changes it just now
    }
  }

  private void remember(int i, Object value, long place, StepThread thread) {
    Snapshot next = null;
    try {
      next = Snapshot.of(value, thread);
    } catch (RuntimeException changing) {
      // Another thread changes it just now.
    }
    if (next != null && snapshots == null) {
      snapshots = new Snapshot[values.length];
      places = new long[values.length];
    }
    if (snapshots != null) {
      snapshots[i] = next;
      places[i] = place;
    }
  }
}
