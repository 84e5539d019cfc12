// SPDX-License-Identifier: Apache-2.0

/** What the program prints, and a field for its input. */
package dev.afterglow.view.console;
