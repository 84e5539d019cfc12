// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.SessionView;
import java.io.IOException;
import java.nio.file.Path;

/** A picture of the code pane as a PNG file; needs no display. */
public final class CodePicture {
  private CodePicture() {}

  /** Writes the picture. */
  public static void write(SessionView session, FileKey key, Path file, boolean dark)
      throws IOException {
    if (dark) {
      throw new IOException("not yet");
    }
  }
}
