// SPDX-License-Identifier: Apache-2.0

/** Finds, reads and tokenises sources. */
package dev.afterglow.source;
