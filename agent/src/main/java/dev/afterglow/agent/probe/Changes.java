// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** Finds what changed in an activation since its variables were last looked at. */
final class Changes {
  /** More fields than a line that threw could read. */
  private static final int MOST_TOLD = 60;

  private Changes() {}

  static void value(
      StepBuffer out, int variable, String name, CharSequence text, int from, int to) {
    out.number(variable + 1);
    if (variable < 0) {
      out.string(name);
    }
    out.string(text);
    out.number(from);
    out.number(to);
  }

  /** Adds what changed since the activation's variables were last looked at. */
  static void find(Activation activation, int point, Object[] values) {
    if (!Values.shown()) {
      return;
    }
    if (Boxes.lost(values)) {
      activation.forget();
      return;
    }
    try {
      look(activation, point, values);
    } catch (OutOfMemoryError full) {
      activation.forget();
      throw full;
    }
  }

  private static void look(Activation activation, int point, Object[] values) {
    StepMethod method = activation.method;
    StepThread thread = activation.thread;
    int[] shown = method.shown[point];
    thread.items.clear();
    int count = 0;
    for (int i = 0; i < shown.length; i++) {
      int v = shown[i];
      if (v == 0 && method.hasThis) {
        count += fieldChanges(activation, values[i]);
      } else if (changed(activation, v, values[i])) {
        count++;
      }
    }
    for (int v : method.hidden[point]) {
      activation.seen.forget(v);
    }
    Watched[] watched = Watched.all;
    if (watched.length > 0 && activation.onLine) {
      count += watchedChanges(activation, watched, shown, values);
    }
    if (count > 0 && activation.onLine) {
      add(activation, count);
    }
  }

  /** Adds the one variable that was set, if it is another now; the others stay as they were. */
  static void findSet(Activation activation, int point, Object[] values) {
    // What is set where a line begins that is reported later is that one's.
    if (Values.shown() && activation.onLine && !activation.early && !Boxes.lost(values)) {
      activation.thread.items.clear();
      if (changed(activation, activation.method.shown[point][0], values[0])) {
        add(activation, 1);
      }
    }
  }

  private static void add(Activation activation, int count) {
    StepThread thread = activation.thread;
    thread.event.put(StepBuffer.VALUES);
    thread.event.number(activation.depth);
    thread.event.number(activation.method.number);
    thread.event.number(count);
    thread.event.add(thread.items);
  }

  /**
   * Adds what the fields that a call sees were when they were last looked at, changed or not:
   * behind an exception that leaves it, or that it caught.
   */
  static void tellFields(Activation activation) {
    StepThread thread = activation.thread;
    thread.items.clear();
    int count = 0;
    Seen seen = activation.fieldsSeen;
    for (int i = 0; seen != null && i < activation.fields.names.length; i++) {
      if (seen.knows(i)) {
        value(thread.items, -1, activation.fields.names[i], seen.text(i), 0, 0);
        count++;
      }
    }
    seen = activation.seen;
    boolean[] statics = activation.method.isStatic;
    for (int v = 0; v < statics.length && count < MOST_TOLD; v++) {
      if (statics[v] && seen.knows(v)) {
        value(thread.items, v, null, seen.text(v), 0, 0);
        count++;
      }
    }
    if (count > 0) {
      add(activation, count);
    }
    activation.fieldsTold = true;
  }

  private static boolean changed(Activation activation, int v, Object value) {
    StepThread thread = activation.thread;
    boolean before = activation.seen.knows(v);
    if (!activation.seen.isNew(v, value, activation.method.secrecy[v], thread)
        || (!before && activation.method.isStatic[v])) {
      return false;
    }
    item(thread, v, null, activation.seen);
    return true;
  }

  private static void item(StepThread thread, int v, String name, Seen seen) {
    value(thread.items, v, name, thread.text, seen.markedFrom(), seen.markedTo());
  }

  private static int fieldChanges(Activation activation, Object self) {
    if (self == null) {
      return 0;
    }
    boolean first = activation.fields == null;
    if (first) {
      activation.fields = FieldCache.FIELDS.get(self.getClass());
      activation.fieldsSeen = new Seen(activation.fields.fields.length);
    }
    int count = 0;
    for (int i = 0; i < activation.fields.fields.length; i++) {
      if (fieldChanged(activation, i, self) && (!first || isSet(activation, i))) {
        item(activation.thread, -1, activation.fields.names[i], activation.fieldsSeen);
        count++;
      }
    }
    return count;
  }

  /** Whether a field that is looked at for the first time was set in this call: a constructor. */
  private static boolean isSet(Activation activation, int i) {
    Object value = activation.fieldsSeen.value(i);
    if (value == null || !activation.method.name.equals("<init>")) {
      return false;
    }
    return !activation.fields.fields[i].getType().isPrimitive() || !isZero(value);
  }

  private static boolean isZero(Object boxed) {
    return boxed instanceof Number
        ? ((Number) boxed).doubleValue() == 0
        : boxed.equals(false) || boxed.equals('\0');
  }

  private static int watchedChanges(
      Activation activation, Watched[] all, int[] shown, Object[] values) {
    if (activation.watched != all) {
      activation.watched = all;
      activation.watchedSeen = new Seen(all.length);
    }
    Seen seen = activation.watchedSeen;
    StepThread thread = activation.thread;
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      Object value = all[i].value(activation.method, shown, values);
      if (value != Watched.NOTHING) {
        if (seen.isNew(i, value, all[i].secrecy, thread)) {
          item(thread, -1, all[i].expression, seen);
          count++;
        }
      } else if (all[i].begin(activation.method, shown, values) == Watched.NOTHING) {
        seen.forget(i);
      } else if (seen.isGone(i, Watched.NONE)) {
        value(thread.items, -1, all[i].expression, Watched.NONE, 0, 0);
        count++;
      }
    }
    return count;
  }

  private static boolean fieldChanged(Activation activation, int i, Object self) {
    Fields of = activation.fields;
    try {
      Object value = of.fields[i].get(self);
      return activation.fieldsSeen.isNew(i, value, of.secrecy[i], activation.thread);
    } catch (IllegalAccessException closed) {
      return false;
    }
  }
}
