// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Probes;
import dev.afterglow.agent.probe.Uncaught;
import dev.afterglow.agent.stream.CounterSource;

/** Lets the stream read the counters of woven code. */
final class ThreadCounts implements CounterSource {
  @Override
  public int classes() {
    return Probes.classes();
  }

  @Override
  public int counters(int classId) {
    return Probes.size(classId);
  }

  @Override
  public void sum(int classId, long[] into) {
    Probes.sum(classId, into);
  }

  @Override
  public void ofThread(Thread thread, int classId, long[] into) {
    Probes.ofThread(thread, classId, into);
  }

  @Override
  public Object[] uncaught() {
    return Uncaught.take();
  }

  @Override
  public Thread[] threads() {
    return Probes.sweep();
  }

  @Override
  public long id(Thread thread) {
    return Probes.id(thread);
  }
}
