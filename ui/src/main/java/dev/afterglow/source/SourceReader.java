// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of source files. */
final class SourceReader {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\p{javaJavaIdentifierPart}.`]+)", Pattern.MULTILINE);

  private SourceReader() {}

  /** The file's text, empty if there is no such file or it is too large for a source. */
  static Optional<SourceText> read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > SourceFinder.MAX_BYTES) {
      return Optional.empty();
    }
    return Optional.of(SourceText.of(file.toString(), decode(Files.readAllBytes(file))));
  }

  /** UTF-8 if the bytes are that, else ISO-8859-1, which accepts any bytes. */
  static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The package that a path below a source root stands for. */
  static String packageOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
  }

  /** Whether a source declares this package. */
  static boolean declares(SourceText source, String packageName) {
    Matcher matcher = PACKAGE.matcher(source.text());
    String declared = matcher.find() ? matcher.group(1).replace("`", "") : "";
    return declared.equals(packageName);
  }
}
