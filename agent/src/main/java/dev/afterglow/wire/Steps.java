// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * Some steps of the target, in order. They stay in the form they have on the wire, as there are
 * many: {@link #read} tells them one by one.
 *
 * <p>An older reader refuses steps of kinds it does not know, so those that came later have frames
 * of their own, which it skips. What such a frame holds behind a kind that this version does not
 * know is left out.
 */
public final class Steps extends Frame {
  static final int THREAD = 0;
  static final int CALL = 1;
  static final int LINE = 2;
  static final int RETURN = 3;
  static final int THROW = 4;
  static final int CATCH = 5;
  static final int VALUES = 6;
  static final int PASS = 7;

  /** The payload; not to be changed. */
  public final byte[] bytes;

  /** Whether they are of kinds that came later. */
  public final boolean later;

  /** Takes the bytes over. */
  public Steps(byte[] bytes, boolean later) {
    this.bytes = bytes;
    this.later = later;
  }

  /** Is told steps one by one. Depth counts the activations of its thread around a step's own. */
  public interface Reader {
    /** The steps that follow are this thread's. */
    void thread(long id);

    /** A method begins; its arguments follow as {@link #value}. */
    void call(int depth, int method, int values);

    /** A line is visited. */
    void line(int depth, int method, int line);

    /** A method returns; {@code result} is null if it returns nothing. */
    void returned(int depth, int method, int line, String result);

    /** An exception leaves a method. */
    void thrown(int depth, int method, int line, String exception, String message);

    /** An exception was caught. */
    void caught(int depth, int method, int line, String exception, String message);

    /** An exception comes to a {@code finally} that begins on a line, from another line. */
    void passed(int depth, int method, int line, String exception, String message, int from);

    /**
     * The activation's latest line changed variables, which follow as {@link #value}; behind {@link
     * #thrown} and {@link #caught} they are the fields that it saw, changed or not.
     */
    void changed(int depth, int method, int values);

    /**
     * A variable.
     *
     * @param variable its place in {@link StepMethodInfo#variables}, or -1
     * @param name its name if it has no place there, else null
     * @param text its value
     * @param from the first character of the part that changed
     * @param to behind the last character of it; 0 if nothing stands out
     */
    void value(int variable, String name, String text, int from, int to);
  }

  @Override
  public int type() {
    return later ? FrameType.LATER_STEPS : FrameType.STEPS;
  }

  /**
   * Tells the steps.
   *
   * @throws ProtocolException if the bytes break the protocol; what stands before was told
   */
  public void read(Reader reader) throws ProtocolException {
    Decoder in = new Decoder(bytes, bytes.length);
    while (in.left() > 0) {
      int kind = later ? in.octet() : in.octet(VALUES, "The kind of a step");
      if (later && kind != THREAD && kind != PASS) {
        return;
      }
      step(kind, in, reader);
    }
  }

  private static void step(int kind, Decoder in, Reader reader) throws ProtocolException {
    if (kind == THREAD) {
      reader.thread(in.number());
      return;
    }
    int depth = in.number(Limits.MAX_DEPTH, "The depth of a step");
    int method = in.number(Limits.MAX_METHODS - 1, "A method");
    if (kind == CALL || kind == VALUES) {
      int count = in.length(Limits.MAX_VALUES, 4, "The number of values");
      if (kind == CALL) {
        reader.call(depth, method, count);
      } else {
        reader.changed(depth, method, count);
      }
      for (int i = 0; i < count; i++) {
        value(in, reader);
      }
      return;
    }
    int line = in.number(Limits.MAX_LINE, "A line");
    if (kind == LINE) {
      reader.line(depth, method, line);
    } else if (kind == RETURN) {
      reader.returned(depth, method, line, in.flag() ? in.string() : null);
    } else if (kind == THROW) {
      reader.thrown(depth, method, line, in.string(), in.string());
    } else if (kind == CATCH) {
      reader.caught(depth, method, line, in.string(), in.string());
    } else {
      String exception = in.string();
      String message = in.string();
      int from = in.number(Limits.MAX_LINE, "A line");
      reader.passed(depth, method, line, exception, message, from);
    }
  }

  private static void value(Decoder in, Reader reader) throws ProtocolException {
    int variable = in.number(Limits.MAX_VARIABLES, "A variable") - 1;
    String name = variable < 0 ? in.string() : null;
    String text = in.string();
    int from = in.number(Limits.MAX_STRING, "A place in a text");
    int to = in.number(Limits.MAX_STRING, "A place in a text");
    if (to > 0 && (from >= to || to > text.length())) {
      throw Decoder.outOfRange("A place in a text", to);
    }
    reader.value(variable, name, text, to == 0 ? 0 : from, to);
  }

  /** Tells nobody: to check the bytes. */
  static class Nobody implements Reader {
    @Override
    public void thread(long id) {}

    @Override
    public void call(int depth, int method, int values) {}

    @Override
    public void line(int depth, int method, int line) {}

    @Override
    public void returned(int depth, int method, int line, String result) {}

    @Override
    public void thrown(int depth, int method, int line, String exception, String message) {}

    @Override
    public void caught(int depth, int method, int line, String exception, String message) {}

    @Override
    public void passed(
        int depth, int method, int line, String exception, String message, int from) {}

    @Override
    public void changed(int depth, int method, int values) {}

    @Override
    public void value(int variable, String name, String text, int from, int to) {}
  }
}
