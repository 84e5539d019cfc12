// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads the agent from its jar, with nothing but the JDK's own classes beside it. */
final class AgentLoader extends ClassLoader {
  private final JarFile jar;

  AgentLoader(JarFile jar) {
    super(null);
    this.jar = jar;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(jar, name.replace('.', '/') + ".class");
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Reads an entry of the agent's jar. */
  static byte[] read(JarFile jar, String path) throws IOException {
    ZipEntry entry = jar.getEntry(path);
    if (entry == null) {
      throw new IOException(path + " is missing in the agent's jar.");
    }
    byte[] bytes = new byte[(int) entry.getSize()];
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readFully(bytes);
    }
    return bytes;
  }
}
