// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads the agent from its jar, with nothing but the JDK's own classes beside it. */
final class AgentLoader extends ClassLoader implements Consumer<Function<Object[], Throwable>> {
  private final JarFile jar;
  private Function<Object[], Throwable> agent;

  AgentLoader(JarFile jar) {
    super(null);
    this.jar = jar;
  }

  /** Called by the agent, which has another class of this name. */
  @Override
  public void accept(Function<Object[], Throwable> loaded) {
    agent = loaded;
  }

  /** The agent's start, once its class is initialised. */
  Function<Object[], Throwable> agent() {
    return agent;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(jar, name.replace('.', '/') + ".class");
      // Where there is a security manager, the agent has the rights that its jar was granted.
      return defineClass(name, bytes, 0, bytes.length, AgentLoader.class.getProtectionDomain());
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
