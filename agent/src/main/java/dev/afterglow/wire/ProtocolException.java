// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.io.IOException;

/**
 * The other side sent something that the protocol does not allow. The message is one sentence that
 * a user can read. Close the connection after it: the stream's position is lost.
 */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }
}
