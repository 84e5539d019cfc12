// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar that may hold sources. Its list of sources is read once; the jar is opened only to read
 * one, so that it is never kept open.
 */
final class JarPlace implements SourceFinder.Place {
  private static final List<String> ENDINGS = List.of(".java", ".kt", ".scala", ".groovy");

  /** Folders inside a jar that may be source roots. */
  private static final List<String> PREFIXES =
      List.of("", "src/main/java/", "src/", "sources/", "META-INF/sources/", "OSGI-OPT/src/");

  private final Path jar;
  private Map<String, Long> sources;

  JarPlace(Path jar) {
    this.jar = jar;
  }

  @Override
  public synchronized Optional<SourceText> find(String path) throws IOException {
    if (sources == null) {
      sources = Map.of(); // what a broken jar keeps
      sources = list();
    }
    for (String prefix : PREFIXES) {
      Long size = sources.get(prefix + path);
      if (size != null && size <= SourceFinder.MAX_BYTES) {
        return Optional.of(read(prefix + path));
      }
    }
    return Optional.empty();
  }

  private Map<String, Long> list() throws IOException {
    Map<String, Long> found = new HashMap<>();
    if (!Files.isRegularFile(jar)) {
      return found;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (ENDINGS.stream().anyMatch(entry.getName()::endsWith)) {
          found.put(entry.getName(), entry.getSize());
        }
      }
    }
    return found;
  }

  private SourceText read(String entry) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      byte[] bytes = in.readNBytes((int) SourceFinder.MAX_BYTES);
      return SourceText.of(jar.getFileName() + "!/" + entry, SourceReader.decode(bytes));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JarPlace place && place.jar.equals(jar);
  }

  @Override
  public int hashCode() {
    return jar.hashCode();
  }
}
