// SPDX-License-Identifier: Apache-2.0
/**
 * A second opinion on the numbers: single-steps programs through the JDK's debugger interface and
 * applies the rules of {@code src/docs/counting.md} to what was seen and to the source. Knows
 * nothing of the agent and nothing of ASM.
 */
package dev.afterglow.it.oracle;
