// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.util.List;

/**
 * Options of {@code java} about archives of loaded classes. With any agent newer JVMs print errors
 * on standard output for those that read one, and end, or crash, for those that write one; all they
 * are for is a quick start.
 */
final class ArchiveOptions {
  private static final List<String> READING =
      List.of("-XX:SharedArchiveFile=", "-XX:AOTCache=", "-XX:AOTMode=", "-XX:AOTConfiguration=");

  private static final List<String> WRITING =
      List.of("-XX:ArchiveClassesAtExit=", "-XX:AOTCacheOutput=", "-XX:+AutoCreateSharedArchive");

  private ArchiveOptions() {}

  /** The options but for those about archives. */
  static List<String> without(List<String> options) {
    return options.stream().filter(each -> !any(READING, each) && !any(WRITING, each)).toList();
  }

  /** The options that ask for an archive. */
  static List<String> writing(List<String> options) {
    return options.stream().filter(each -> any(WRITING, each)).toList();
  }

  private static boolean any(List<String> beginnings, String option) {
    return beginnings.stream().anyMatch(option::startsWith);
  }
}
