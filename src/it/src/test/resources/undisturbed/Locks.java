// SPDX-License-Identifier: Apache-2.0

/** Locks are taken and given back as written, whatever ends a block. */
public class Locks {
  static int n;

  static synchronized int whole(int k) {
    for (int i = 0; i < k; i++) {
      n += i;
    }
    return n;
  }

  synchronized void fails() {
    n++;
    throw new IllegalStateException();
  }

  static int block(Object lock, int k) {
    synchronized (lock) {
      for (int i = 0; i < k; i++) {
        if (i == 5) {
          return n;
        }
        n += i;
      }
    }
    return -1;
  }

  static int nested(Object a, Object b, int[] none) {
    synchronized (a) {
      n++;
      synchronized (b) {
        n += none[0];
      }
    }
    return n;
  }

  static int branches(Object lock, Object other, int k) {
    synchronized (lock) {
      if (k == 2 && other.equals(lock)) {
        return 1;
      }
      if (k > 4) {
        n += other.equals(lock) ? 1 : 0;
      }
      n += lock.equals(other) ? 1 : 2;
    }
    return n;
  }

  static int blockInCatch(Object lock) {
    try {
      synchronized (lock) {
        lock.wait(-1);
      }
    } catch (InterruptedException | IllegalArgumentException e) {
      synchronized (Locks.class) {
        return n++;
      }
    } finally {
      synchronized (lock) {
        n++;
      }
    }
    return n;
  }

  public static void main(String[] args) {
    Locks locks = new Locks();
    Object lock = new Object();
    int held = 0;
    for (int i = 0; i < 30_000; i++) {
      whole(9);
      block(lock, 9);
      branches(lock, locks, i % 7);
      blockInCatch(lock);
      try {
        locks.fails();
      } catch (IllegalStateException e) {
        held += Thread.holdsLock(locks) ? 1 : 0;
      }
      try {
        nested(lock, locks, new int[0]);
      } catch (ArrayIndexOutOfBoundsException e) {
        held += Thread.holdsLock(locks) || Thread.holdsLock(lock) ? 1 : 0;
      }
    }
    System.out.println(held + " " + n);
    try {
      lock.notify();
    } catch (IllegalMonitorStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
