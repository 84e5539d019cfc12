// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * Something for each class loader, as long as that lives. A loader's own {@code equals} and {@code
 * hashCode} are the program's code, so they are not asked. Safe for any thread.
 */
final class LoaderMap<T> {
  private final Map<Key, T> entries = new HashMap<Key, T>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<ClassLoader>();

  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
      super(loader, gone);
      hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      ClassLoader loader = get();
      return loader != null && other instanceof Key && ((Key) other).get() == loader;
    }
  }

  /** What was put for the loader, or null. */
  synchronized T get(ClassLoader loader) {
    return entries.get(new Key(loader, null));
  }

  /** From now on the loader has this. */
  synchronized void put(ClassLoader loader, T value) {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      entries.remove(each);
    }
    entries.put(new Key(loader, gone), value);
  }
}
