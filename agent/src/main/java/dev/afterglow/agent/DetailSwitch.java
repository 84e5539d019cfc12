// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether woven code reports steps or only counts. While the program runs it is changed by weaving
 * the loaded classes anew; calls that already run go on as they were woven.
 */
final class DetailSwitch implements Runnable {
  /** Classes that were being loaded while the level changed are found in another round. */
  private static final int ROUNDS = 3;

  private static final long BETWEEN_MILLIS = 200;

  private final Instrumentation instrumentation;
  private Weaving weaving;
  private volatile boolean steps;
  private volatile boolean idle;
  private boolean running;
  private boolean again;

  DetailSwitch(Instrumentation instrumentation, boolean steps) {
    this.instrumentation = instrumentation;
    this.steps = steps;
  }

  void weaving(Weaving with) {
    weaving = with;
  }

  /** Whether steps are asked for. */
  boolean steps() {
    return steps;
  }

  /** Whether classes are woven so that they report steps. */
  boolean reporting() {
    return steps && !idle;
  }

  /** Changes the level; the classes follow soon, on a thread of its own. */
  synchronized void choose(boolean withSteps) {
    change(withSteps, idle);
  }

  /** Says whether reports would be of no use now. */
  synchronized void idle(boolean useless) {
    change(steps, useless);
  }

  private void change(boolean withSteps, boolean useless) {
    boolean before = reporting();
    steps = withSteps;
    idle = useless;
    if (reporting() == before) {
      return;
    }
    again = true;
    if (!running) {
      running = true;
      Thread thread = new Thread(this, "afterglow-detail");
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }

  @Override
  public void run() {
    int round = 0;
    while (true) {
      synchronized (this) {
        if (again) {
          round = 0;
          again = false;
        } else if (round == ROUNDS) {
          running = false;
          return;
        }
      }
      if (round > 0) {
        try {
          Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException goOn) {
          // A program that interrupts every thread it finds means others.
        }
      }
      retransform(weaving.outdated(instrumentation.getAllLoadedClasses()));
      round++;
    }
  }

  /** Weaves classes anew, one by one: one that is refused does not spoil the others. */
  void retransform(List<Class<?>> classes) {
    for (Class<?> each : new ArrayList<Class<?>>(classes)) {
      try {
        if (instrumentation.isModifiableClass(each)) {
          instrumentation.retransformClasses(each);
        }
      } catch (Throwable refused) {
        // This class stays as it is.
      }
    }
  }
}
