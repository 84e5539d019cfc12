// SPDX-License-Identifier: Apache-2.0

/** Threads and the stack of the chosen one. */
package dev.afterglow.view.threads;
