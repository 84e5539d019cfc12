// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import java.io.File;

/** Where the frames go. */
public final class StreamConfig {
  /** Says where the frames go. */
  public StreamConfig(int port, File tokenFile, File recordFile) {}
}
