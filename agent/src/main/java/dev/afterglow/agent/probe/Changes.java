// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** Finds what changed in an activation since its variables were last looked at. */
final class Changes {
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
      activation.values[v] = null;
      activation.texts[v] = null;
    }
    if (count > 0 && activation.onLine) {
      thread.event.put(StepBuffer.VALUES);
      thread.event.number(activation.depth);
      thread.event.number(activation.method.number);
      thread.event.number(count);
      thread.event.add(thread.items);
    }
  }

  private static boolean changed(Activation activation, int v, Object value) {
    String before = activation.texts[v];
    Object old = activation.values[v];
    if (before != null && Values.same(old, value)) {
      return false;
    }
    StringBuilder text = activation.thread.text;
    text.setLength(0);
    Values.render(text, value, activation.method.secrecy[v]);
    if (before != null && old == value && before.contentEquals(text)) {
      return false;
    }
    long marked = before != null && old == value ? difference(before, text, value) : 0;
    activation.values[v] = value;
    activation.texts[v] = text.toString();
    if (before == null && activation.method.isStatic[v]) {
      return false;
    }
    value(activation.thread.items, v, null, text, (int) (marked >>> 32), (int) marked);
    return true;
  }

  private static int fieldChanges(Activation activation, Object self) {
    if (self == null) {
      return 0;
    }
    boolean first = activation.fields == null;
    if (first) {
      activation.fields = FieldCache.FIELDS.get(self.getClass());
      activation.fieldTexts = new String[activation.fields.fields.length];
      activation.fieldValues = new Object[activation.fields.fields.length];
    }
    int count = 0;
    for (int i = 0; i < activation.fields.fields.length; i++) {
      count += fieldChanged(activation, i, self, first) ? 1 : 0;
    }
    return count;
  }

  private static boolean fieldChanged(Activation activation, int i, Object self, boolean first) {
    Object value;
    try {
      value = activation.fields.fields[i].get(self);
    } catch (IllegalAccessException closed) {
      return false;
    }
    String before = activation.fieldTexts[i];
    Object old = activation.fieldValues[i];
    if (before != null && Values.same(old, value)) {
      return false;
    }
    StringBuilder text = activation.thread.text;
    text.setLength(0);
    Values.render(text, value, activation.fields.secrecy[i]);
    if (before != null && old == value && before.contentEquals(text)) {
      return false;
    }
    long marked = before != null && old == value ? difference(before, text, value) : 0;
    activation.fieldValues[i] = value;
    activation.fieldTexts[i] = text.toString();
    if (first) {
      return false;
    }
    value(
        activation.thread.items,
        -1,
        activation.fields.names[i],
        text,
        (int) (marked >>> 32),
        (int) marked);
    return true;
  }

  private static long difference(String before, CharSequence now, Object value) {
    return Elements.difference(before, now, value.getClass().isArray());
  }
}
