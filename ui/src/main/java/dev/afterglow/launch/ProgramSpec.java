// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * What to run and what of it to count.
 *
 * @param java what a user would write behind {@code java}
 * @param include patterns of classes to count; empty for the program's own
 * @param exclude patterns of classes to leave out
 * @param marked whether to count only classes whose source has the comment {@code // afterglow}
 * @param record where to record to, or null
 * @param sources more places to look for sources in
 * @param pace how its runs start
 */
public record ProgramSpec(
    JavaArguments java,
    List<String> include,
    List<String> exclude,
    boolean marked,
    Path record,
    List<Path> sources,
    StartPace pace) {}
