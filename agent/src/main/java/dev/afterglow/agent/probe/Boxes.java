// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;

/**
 * Puts the values of a report into objects. Where the program has filled its memory that fails
 * without an error: struck by one in a handler, the program would not get on as it does alone.
 */
public final class Boxes {
  /** Asking a class for its name takes memory, the first time. */
  static final String NO_MEMORY = OutOfMemoryError.class.getName();

  /** Of all reports for whose values there is no memory; what is in it counts for nothing. */
  private static final Object[] LOST = new Object[1000];

  private Boxes() {}

  /** Room for the values of a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object[] room(int size) {
    return StepGate.open() ? roomOrLost(size) : new Object[size];
  }

  @Hidden
  private static Object[] roomOrLost(int size) {
    try {
      return new Object[size];
    } catch (OutOfMemoryError full) {
      if (size > LOST.length) {
        throw full;
      }
      return LOST;
    }
  }

  /** Whether there was no room for the values. */
  static boolean lost(Object[] values) {
    if (values != LOST) {
      return false;
    }
    StepRecord.failure = NO_MEMORY;
    Arrays.fill(LOST, null);
    return true;
  }

  private static Object lostOne() {
    StepRecord.failure = NO_MEMORY;
    return null;
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(boolean value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(boolean value) {
    try {
      return Boolean.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(byte value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(byte value) {
    try {
      return Byte.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(char value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(char value) {
    try {
      return Character.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(short value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(short value) {
    try {
      return Short.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(int value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(int value) {
    try {
      return Integer.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(long value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(long value) {
    try {
      return Long.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(float value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(float value) {
    try {
      return Float.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }

  /** A value for a report, if there is to be one. */
  @Hidden
  @ForceInline
  public static Object box(double value) {
    return StepGate.open() ? boxed(value) : null;
  }

  @Hidden
  private static Object boxed(double value) {
    try {
      return Double.valueOf(value);
    } catch (OutOfMemoryError full) {
      return lostOne();
    }
  }
}
