// SPDX-License-Identifier: Apache-2.0

/** Compiles a single source file, starts a target, listens for agents. */
package dev.afterglow.launch;
