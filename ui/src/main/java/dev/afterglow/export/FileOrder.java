// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.SessionView;
import java.util.Comparator;
import java.util.List;

/** The orders in which exports show files. */
final class FileOrder {
  private FileOrder() {}

  /** By path. */
  static List<FileKey> byName(SessionView session) {
    return session.picture().files().stream().map(FileSummary::key).sorted().toList();
  }

  /** Most hits first. */
  static List<FileSummary> hottestFirst(SessionView session) {
    return session.picture().files().stream()
        .sorted(
            Comparator.comparingLong(FileSummary::hits).reversed().thenComparing(FileSummary::key))
        .toList();
  }
}
