// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds calls that loop for long: HotSpot leaves them to the interpreter, ten times slower, once
 * their class is woven anew. Some samples of the stacks show them: what changes between those is at
 * most one call above such a one.
 */
final class LongCalls {
  private static final int SAMPLES = 4;
  private static final long BETWEEN_MILLIS = 20;

  private LongCalls() {}

  /** The classes of calls that loop for long, of those that are named. */
  static Set<String> find(Set<String> classes) {
    IdentityHashMap<Thread, StackTraceElement[]> common =
        new IdentityHashMap<Thread, StackTraceElement[]>();
    IdentityHashMap<Thread, Integer> deepest = new IdentityHashMap<Thread, Integer>();
    for (int i = 0; i < SAMPLES && !classes.isEmpty(); i++) {
      if (i > 0) {
        pause();
      }
      for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
        Thread thread = each.getKey();
        StackTraceElement[] stack = own(each.getValue(), classes);
        StackTraceElement[] before = common.get(thread);
        common.put(thread, before == null ? stack : common(before, stack));
        Integer depth = deepest.get(thread);
        deepest.put(thread, depth == null ? stack.length : Math.max(depth, stack.length));
      }
    }
    Set<String> found = new HashSet<String>();
    for (Map.Entry<Thread, StackTraceElement[]> each : common.entrySet()) {
      StackTraceElement[] stays = each.getValue();
      if (stays.length > 0 && deepest.get(each.getKey()) <= stays.length + 1) {
        found.add(stays[stays.length - 1].getClassName());
      }
    }
    return found;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_MILLIS);
    } catch (InterruptedException goOn) {
      // A program that interrupts every thread it finds means others.
    }
  }

  /** The frames of some classes, outermost first. */
  private static StackTraceElement[] own(StackTraceElement[] stack, Set<String> classes) {
    StackTraceElement[] own = new StackTraceElement[stack.length];
    int count = 0;
    for (int i = stack.length - 1; i >= 0; i--) {
      if (classes.contains(stack[i].getClassName())) {
        own[count++] = stack[i];
      }
    }
    return Arrays.copyOf(own, count);
  }

  private static StackTraceElement[] common(StackTraceElement[] one, StackTraceElement[] other) {
    int count = 0;
    while (count < Math.min(one.length, other.length)
        && one[count].getMethodName().equals(other[count].getMethodName())
        && one[count].getClassName().equals(other[count].getClassName())) {
      count++;
    }
    return Arrays.copyOf(one, count);
  }
}
