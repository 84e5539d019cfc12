// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.Frame;
import dev.afterglow.wire.RunCommand;
import dev.afterglow.wire.RunState;
import java.util.List;

/** Where the steps come from, and who makes the target run and stand. Any thread may ask. */
public interface StepSource {
  /** The methods that report steps, from a number on. */
  List<? extends Frame> methodsFrom(int first);

  /** Takes the steps that nobody has taken, with the names of their threads before them. */
  List<Frame> takeSteps();

  /** How the target is made to run now. */
  RunState state();

  /** Does what a window asks for; does not wait. */
  void command(RunCommand command);

  /** Tells these expressions with the values of the steps. */
  void watch(List<String> expressions);

  /** There is no window: whatever holds the target up is released. */
  void windowGone();
}
