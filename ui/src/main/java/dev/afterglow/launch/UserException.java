// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.io.IOException;

/** Something the user can put right; the message is one sentence that names the remedy. */
public final class UserException extends IOException {
  private static final long serialVersionUID = 1;

  /** Tells the user. */
  public UserException(String message) {
    super(message);
  }

  /** Tells the user, and keeps the reason for developers. */
  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
