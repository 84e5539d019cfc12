// SPDX-License-Identifier: Apache-2.0

/**
 * Weaves every class of a corpus and has it verified. Runs in a JVM of its own, which {@code
 * CorporaBench} starts; single-threaded.
 */
package dev.afterglow.bench.corpora;
