// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.Recording;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A recording: the frames go to a file. */
final class RecordLink extends Link {
  private final OutputStream out;

  /** Creates the file, or empties the one that is there. */
  RecordLink(File file) throws IOException {
    this(new FileOutputStream(file));
  }

  private RecordLink(OutputStream out) throws IOException {
    super(Recording.create(out));
    this.out = out;
  }

  @Override
  void close() {
    try {
      out.close();
    } catch (IOException written) {
      // All that counts was flushed before.
    }
  }
}
