// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Pace;
import dev.afterglow.agent.probe.StepGate;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether woven code reports steps or only counts. While the program runs it is changed by weaving
 * the loaded classes anew; calls that already run go on as they were woven.
 */
final class DetailSwitch implements Runnable {
  /** Classes that were being loaded while the level changed are found in another round. */
  private static final int ROUNDS = 3;

  private static final long BETWEEN_MILLIS = 200;

  /** Calls that go on for long are looked at again after this time. */
  private static final long LEFT_MILLIS = 1000;

  private final Instrumentation instrumentation;
  private Weaving weaving;
  private volatile boolean steps;
  private volatile boolean idle;
  private boolean running;
  private boolean again;

  /** Whether classes are left that could not be woven anew; of the switch's own thread. */
  private boolean left;

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
    change(withSteps, idle && !withSteps);
  }

  /** Says whether reports would be of no use now: nothing is recorded and nothing held up. */
  synchronized void idle(boolean useless) {
    change(steps, useless);
  }

  private void change(boolean withSteps, boolean useless) {
    boolean same = steps == withSteps && idle == useless;
    steps = withSteps;
    idle = useless;
    if (same) {
      return;
    }
    again = true;
    notifyAll();
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
    while (goesOn(round)) {
      round = again() ? 0 : Math.min(round, ROUNDS - 1);
      try {
        StepGate.report(!idle || Pace.braked());
        weaveOutdated();
      } catch (VirtualMachineError memoryIsFull) {
        left = true; // the program's own doing; perhaps there is room later
      }
      round++;
    }
  }

  /** Waits for the next round, if there is to be one. */
  @SuppressWarnings("WaitNotInLoop") // a round too soon does no harm
  private synchronized boolean goesOn(int round) {
    if (again) {
      return true;
    }
    if (round == ROUNDS && !left) {
      running = false;
      return false;
    }
    try {
      wait(left ? LEFT_MILLIS : BETWEEN_MILLIS);
    } catch (InterruptedException goOn) {
      // A program that interrupts every thread it finds means others.
    }
    return true;
  }

  private synchronized boolean again() {
    boolean anew = again;
    again = false;
    return anew;
  }

  private void weaveOutdated() {
    List<Class<?>> outdated = weaving.outdated(instrumentation.getAllLoadedClasses());
    List<Class<?>> now = reporting() ? outdated : withoutLongCalls(outdated);
    left = now.size() < outdated.size();
    retransform(now);
  }

  /** Leaves out classes in which a call loops for long: interpreted it would be slower still. */
  private static List<Class<?>> withoutLongCalls(List<Class<?>> classes) {
    Set<String> names = new HashSet<String>();
    for (Class<?> each : classes) {
      names.add(each.getName());
    }
    Set<String> busy = LongCalls.find(names);
    List<Class<?>> others = new ArrayList<Class<?>>();
    for (Class<?> each : classes) {
      if (!busy.contains(each.getName())) {
        others.add(each);
      }
    }
    return others;
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
