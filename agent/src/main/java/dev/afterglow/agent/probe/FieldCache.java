// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The instance fields of the program's classes, outermost superclass first, made readable. */
final class FieldCache extends ClassValue<Fields> {
  static final FieldCache FIELDS = new FieldCache();

  private static final int MOST = 20;

  private FieldCache() {}

  @Override
  protected Fields computeValue(Class<?> type) {
    List<Field> all = new ArrayList<Field>();
    try {
      collect(type, all);
    } catch (Throwable hidden) {
      // What cannot be looked at is not shown.
    }
    return new Fields(all);
  }

  private static void collect(Class<?> type, List<Field> all) {
    if (type == null || type.getClassLoader() == null) {
      return; // the JDK's own fields tell nobody anything
    }
    collect(type.getSuperclass(), all);
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())
          && field.getName().indexOf('$') < 0
          && all.size() < MOST) {
        try {
          field.setAccessible(true);
          all.add(field);
        } catch (RuntimeException closed) {
          // A module that is not open to us.
        }
      }
    }
  }
}
