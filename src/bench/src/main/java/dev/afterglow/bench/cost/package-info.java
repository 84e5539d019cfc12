// SPDX-License-Identifier: Apache-2.0

/**
 * What {@code CostBench} puts into the JVMs that it starts, beside the program that is measured.
 */
package dev.afterglow.bench.cost;
