// SPDX-License-Identifier: Apache-2.0

/** Starts with the target: reads the options, chooses the classes, starts the stream. */
package dev.afterglow.agent;
