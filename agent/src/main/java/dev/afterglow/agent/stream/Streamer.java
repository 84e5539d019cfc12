// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Notice;

/** Sends what the counters say. */
public final class Streamer {
  /** Begins to send. */
  public void start(StreamConfig config, CounterSource source) {}

  /** Announces a class. */
  public void classWoven(ClassInfo info) {}

  /** Tells the user something. */
  public void notice(Notice notice) {}

  /** Sends the last totals. */
  public void finish() {}
}
