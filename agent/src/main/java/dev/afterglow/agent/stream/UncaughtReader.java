// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.Limits;
import dev.afterglow.wire.Uncaught;
import dev.afterglow.wire.Uncaught.Thrown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads exceptions that ended threads. The program's own code is never asked for anything. */
final class UncaughtReader {
  private static final int MOST_TEXT = 1000;
  private static final StackTraceElement[] NO_TRACE = {};

  private final StackSampler sampler;
  private final CounterSource source;

  UncaughtReader(StackSampler sampler, CounterSource source) {
    this.sampler = sampler;
    this.source = source;
  }

  Uncaught read(Thread thread, Throwable exception) {
    List<Thrown> chain = new ArrayList<Thrown>();
    Throwable each = exception;
    while (each != null && chain.size() < Limits.MAX_CAUSES) {
      chain.add(read(each, suppressed(each)));
      each = jdks(each, "getCause") ? each.getCause() : null;
    }
    return new Uncaught(source.id(thread), thread.getName(), chain);
  }

  private List<Thrown> suppressed(Throwable exception) {
    List<Thrown> all = new ArrayList<Thrown>();
    for (Throwable each : exception.getSuppressed()) {
      if (all.size() < Limits.MAX_CAUSES) {
        all.add(read(each, Collections.<Thrown>emptyList()));
      }
    }
    return all;
  }

  private Thrown read(Throwable exception, List<Thrown> suppressed) {
    StackTraceElement[] trace =
        jdks(exception, "getStackTrace") ? exception.getStackTrace() : NO_TRACE;
    String message = jdks(exception, "getMessage") ? exception.getMessage() : null;
    if (message == null) {
      message = "";
    } else if (message.length() > MOST_TEXT) {
      message = message.substring(0, MOST_TEXT - 1) + '…';
    }
    return new Thrown(
        exception.getClass().getName(), message, trace.length, sampler.frames(trace), suppressed);
  }

  /** Whether what a call of a method would run is the JDK's code. */
  private static boolean jdks(Throwable exception, String method) {
    try {
      Class<?> from = exception.getClass().getMethod(method).getDeclaringClass();
      return from.getClassLoader() == null;
    } catch (Throwable cannotTell) {
      return false;
    }
  }
}
