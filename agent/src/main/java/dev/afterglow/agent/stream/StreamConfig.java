// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import java.io.File;

/** Where the frames go. */
public final class StreamConfig {
  /** The window's port on the loopback address, or 0 for no window. */
  final int port;

  /** The file with the window's token, or null for no window. */
  final File tokenFile;

  /** The recording to write, or null for none. */
  final File recordFile;

  /** The agent's version, for the window; may be empty. */
  final String agentVersion;

  /** Says where the frames go; see {@code Options} for the parts. */
  public StreamConfig(int port, File tokenFile, File recordFile, String agentVersion) {
    this.port = port;
    this.tokenFile = tokenFile;
    this.recordFile = recordFile;
    this.agentVersion = agentVersion;
  }
}
