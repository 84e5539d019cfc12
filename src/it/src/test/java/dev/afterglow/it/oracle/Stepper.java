// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Runs a program in a JVM of its own, one bytecode instruction after the other. */
final class Stepper {
  private static final String[] NOT_STEPPED = {
    "java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*", "dev.afterglow.*"
  };

  private final VirtualMachine vm;
  private final OracleCounts counts;
  private final Map<ThreadReference, Deque<Trace>> stacks = new HashMap<>();

  /** The source files of which a class was loaded; they run one after the other. */
  private final Set<String> begun = new HashSet<>();

  private Stepper(VirtualMachine vm, OracleCounts counts) {
    this.vm = vm;
    this.counts = counts;
  }

  /** Runs {@code java} with a main class and arguments, and counts. */
  static void run(String classPath, String runner, String arguments, OracleCounts counts)
      throws IOException {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> options = connector.defaultArguments();
    options.get("main").setValue(runner + " " + arguments);
    options.get("options").setValue("-Xshare:auto -cp " + classPath);
    VirtualMachine vm;
    try {
      vm = connector.launch(options);
    } catch (com.sun.jdi.connect.IllegalConnectorArgumentsException
        | com.sun.jdi.connect.VMStartException e) {
      throw new IOException(e);
    }
    StringBuilder messages = new StringBuilder();
    Thread err = drain(vm.process().getErrorStream(), messages);
    Thread out = drain(vm.process().getInputStream(), messages);
    Stepper stepper = new Stepper(vm, counts);
    try {
      stepper.run();
      err.join();
      out.join();
    } catch (InterruptedException | IncompatibleThreadStateException e) {
      throw new IOException(e);
    } finally {
      vm.process().destroyForcibly();
    }
    if (!messages.toString().equals("all run\n")) {
      throw new IOException("the stepped program wrote: " + messages);
    }
  }

  private static Thread drain(InputStream in, StringBuilder into) {
    Thread thread =
        new Thread(
            () -> {
              try (in) {
                byte[] text = in.readAllBytes();
                synchronized (into) {
                  into.append(new String(text, StandardCharsets.UTF_8));
                }
              } catch (IOException e) {
                into.append(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void run() throws InterruptedException, IncompatibleThreadStateException {
    EventRequestManager requests = vm.eventRequestManager();
    ClassPrepareRequest prepared = requests.createClassPrepareRequest();
    for (String not : NOT_STEPPED) {
      prepared.addClassExclusionFilter(not);
    }
    prepared.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    prepared.enable();
    while (true) {
      EventSet events = vm.eventQueue().remove();
      for (Event event : events) {
        if (event instanceof VMDisconnectEvent) {
          return;
        }
        if (!(event instanceof VMDeathEvent)) {
          handle(event);
        }
      }
      try {
        events.resume();
      } catch (VMDisconnectedException e) {
        return;
      }
    }
  }

  private void handle(Event event) throws IncompatibleThreadStateException {
    if (event instanceof BreakpointEvent breakpoint) {
      step(breakpoint.thread(), breakpoint.location());
    } else if (event instanceof ClassPrepareEvent prepare
        && counts.loaded(prepare.referenceType())) {
      begin(OracleCounts.source(prepare.referenceType()));
      prepare.referenceType().methods().forEach(this::breakEverywhere);
    }
  }

  /** The debuggee asks all breakpoints at each: those of programs that ended cost too much. */
  private void begin(String source) {
    if (begun.add(source)) {
      vm.eventRequestManager().deleteAllBreakpoints();
    }
  }

  /**
   * A breakpoint at each instruction serves better than step requests do: those are not told of the
   * initialiser of a class, nor of what it calls.
   */
  private void breakEverywhere(Method method) {
    if (method.isAbstract() || method.isNative()) {
      return;
    }
    Instructions code = new Instructions(method.bytecodes());
    for (int i = 0; i < method.bytecodes().length; i += code.length(i)) {
      BreakpointRequest breakpoint =
          vm.eventRequestManager().createBreakpointRequest(method.locationOfCodeIndex(i));
      breakpoint.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      breakpoint.enable();
    }
  }

  private void step(ThreadReference thread, Location location)
      throws IncompatibleThreadStateException {
    Deque<Trace> stack = stacks.computeIfAbsent(thread, t -> new ArrayDeque<>());
    Method method = location.method();
    int next = (int) location.codeIndex();
    Trace top = stack.peek();
    if (top == null || !top.counted.method.equals(method) || !top.goesOnAt(next)) {
      int frames = thread.frameCount();
      while (top != null && top.frames > frames) {
        stack.pop();
        top = stack.peek();
      }
      boolean same = top != null && top.frames == frames;
      if (same && (!top.counted.method.equals(method) || next == 0)) {
        stack.pop();
        same = false;
      }
      if (!same) {
        top = new Trace(counts.of(method), frames);
        stack.push(top);
      }
    }
    top.step(next);
  }
}
