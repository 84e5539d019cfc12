// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

/**
 * A source file of the program, known by its path below its source root.
 *
 * @param path the path with slashes, {@code com/acme/Main.java}
 */
public record FileKey(String path) implements Comparable<FileKey> {

  /** The file's name without its folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  // By hand: what a record brings is made at run time, and each start of the window would wait.
  @Override
  public boolean equals(Object other) {
    return other instanceof FileKey key && path.equals(key.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public int compareTo(FileKey other) {
    return path.compareTo(other.path);
  }
}
