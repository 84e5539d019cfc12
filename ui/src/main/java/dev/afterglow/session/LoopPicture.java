// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

/**
 * A loop of a source file.
 *
 * @param line its header's line: of the condition, or of {@code while (true)}
 * @param firstLine smallest line of its code
 * @param lastLine largest line of its code
 * @param bottomTested whether the condition stands behind the body: {@code do … while}
 */
public record LoopPicture(int line, int firstLine, int lastLine, boolean bottomTested) {}
