// SPDX-License-Identifier: Apache-2.0

/**
 * The way from the counters to the window: one daemon thread polls the counters, another one reads
 * the window's commands. The target's threads only ever put a reference into a queue.
 *
 * <p>Nothing in this package uses lambdas, logging, name resolution or regular expressions: it runs
 * while the target starts, and start-up time is the target's.
 */
package dev.afterglow.agent.stream;
