// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Field;
import java.util.List;

/** The instance fields of one class of the program. */
final class Fields {
  final Field[] fields;

  /** {@code this.total} and so on. */
  final String[] names;

  final byte[] secrecy;

  Fields(List<Field> all) {
    fields = all.toArray(new Field[0]);
    names = new String[fields.length];
    secrecy = new byte[fields.length];
    for (int i = 0; i < fields.length; i++) {
      names[i] = "this." + fields[i].getName();
      secrecy[i] = Words.secrecy(fields[i].getName());
    }
  }
}
