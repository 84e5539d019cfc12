// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

/** The system cannot show a window; the message is one sentence for the user. */
public final class NoWindowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoWindowException(String message, Throwable cause) {
    super(message, cause);
  }
}
