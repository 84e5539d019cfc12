// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes a log as a thread of a program would: a small program acts, the script takes notes. */
public final class StepScript {

  /** An activation. */
  private record Frame(Method method, int call, int depth) {}

  private final StepLog log;
  private final FileKey file;
  private final String className;
  private final ThreadKey thread;
  private final Deque<Frame> stack = new ArrayDeque<>();
  private int lastLine = StepLog.NONE;

  /** A script for thread 1 of a class in its own file. */
  public StepScript(StepLog log, String className) {
    this(log, className, 1);
  }

  public StepScript(StepLog log, String className, long thread) {
    this.log = log;
    this.className = className;
    file = new FileKey(className + ".java");
    this.thread = new ThreadKey(1, thread);
  }

  /** Values from names and texts in turn. */
  public static List<Value> values(Object... namesAndTexts) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      values.add(new Value((String) namesAndTexts[i], String.valueOf(namesAndTexts[i + 1])));
    }
    return values;
  }

  /** Enters a method. */
  public int call(String name, String descriptor, int line, Object... arguments) {
    return callOf(className, name, descriptor, line, arguments);
  }

  /** Enters a method of another class of the file. */
  public int callOf(
      String className, String name, String descriptor, int line, Object... arguments) {
    return enter(new Method(file, className, name, descriptor, line), arguments);
  }

  /** Enters a method that is called on an object, or is not. */
  public int callOn(
      boolean receiver, String name, String descriptor, int line, Object... arguments) {
    return enter(new Method(file, className, name, descriptor, line, receiver), arguments);
  }

  private int enter(Method method, Object... arguments) {
    int caller = stack.isEmpty() ? StepLog.NONE : stack.peek().call();
    int depth = stack.size();
    int call = log.addCall(thread, method, depth, caller, values(arguments));
    stack.push(new Frame(method, call, depth));
    return call;
  }

  /** Visits a line that changes something before it calls. */
  public int line(int line, Object... changed) {
    lastLine = add(Kind.LINE, line, values(changed));
    return lastLine;
  }

  /** Says later what a line changed. */
  public void changed(int step, Object... changed) {
    log.setValues(step, values(changed));
  }

  /** Returns from a {@code void} method. */
  public void ret(int line) {
    add(Kind.RETURN, line, List.of());
    stack.pop();
  }

  /** Returns a result. */
  public void ret(int line, Object result) {
    add(Kind.RETURN, line, values("return", result));
    stack.pop();
  }

  /** Leaves a method by an exception. */
  public int thrown(int line, String exception, String message, Object... fields) {
    int step = add(Kind.THROW, line, exception(exception, message, fields));
    stack.pop();
    return step;
  }

  private static List<Value> exception(String exception, String message, Object... fields) {
    List<Value> all = values("exception", exception, "message", message);
    all.addAll(values(fields));
    return all;
  }

  /** A method is left, and nothing tells of it. */
  public void silent() {
    stack.pop();
  }

  /** Catches an exception. */
  public int caught(int line, String exception, String message, Object... fields) {
    return add(Kind.CATCH, line, exception(exception, message, fields));
  }

  /** An exception from a line comes to a finally that begins on another one. */
  public int passed(int line, String exception, String message, int from) {
    return add(Kind.PASS, line, values("exception", exception, "message", message, "from", from));
  }

  private int add(Kind kind, int line, List<Value> values) {
    Frame frame = stack.element();
    return log.add(kind, thread, frame.method(), line, frame.depth(), frame.call(), values);
  }

  /** As the lines of {@code fib} in Fibonacci.java of the scenes: 5, 6 or 8. */
  public int fib(int n) {
    call("fib", "(I)I", 5, "n", n);
    line(5);
    if (n < 2) {
      line(6);
      ret(6, n);
      return n;
    }
    line(8);
    int result = fib(n - 1) + fib(n - 2);
    ret(8, result);
    return result;
  }

  /** As {@code main} of Fibonacci.java of the scenes, lines 12 to 15, for some rounds. */
  public void fibonacciMain(int rounds) {
    call("main", "([Ljava/lang/String;)V", 12, "args", "[]");
    line(12, "total", 0);
    int total = 0;
    for (int i = 0; i < rounds; i++) {
      line(13, "i", i);
      int step = line(14);
      total += fib(i);
      changed(step, "total", total);
      line(15);
    }
  }
}
