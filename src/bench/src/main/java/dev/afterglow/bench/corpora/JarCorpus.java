// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.corpora;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Classes of jars: loaded twice, as they are and woven, and linked but not initialised. */
final class JarCorpus {
  private final Map<String, JarFile> places = new HashMap<>();
  private final Loader plain = new Loader();
  private final Loader woven = new Loader();

  /** Opens jars, and others that they may refer to. */
  JarCorpus(List<Path> jars) throws IOException {
    for (Path path : jars) {
      JarFile jar = new JarFile(path.toFile());
      for (String name : names(jar)) {
        places.putIfAbsent(name, jar);
      }
    }
  }

  /** Paths of the class files in a jar that are read whatever the JDK. */
  static List<String> names(JarFile jar) {
    List<String> names = new ArrayList<>();
    Enumeration<JarEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      if (name.endsWith(".class")
          && !name.startsWith("META-INF/")
          && !name.endsWith("module-info.class")) {
        names.add(name);
      }
    }
    return names;
  }

  byte[] read(String path) throws IOException {
    JarFile jar = places.get(path);
    return jar.getInputStream(jar.getEntry(path)).readAllBytes();
  }

  /** Says how a class is once woven; all of them before the first is linked. */
  void put(String path, byte[] wovenFile) {
    woven.bytes.put(name(path), wovenFile);
  }

  /** Links a class as it is and woven; says why in {@code reason} if it is broken. */
  Verdict verdict(String path, StringBuilder reason) {
    String name = name(path);
    Throwable with = link(woven, name);
    if (with == null) {
      return Verdict.GOOD;
    }
    Throwable without = link(plain, name);
    if (without != null && without.getClass() == with.getClass()) {
      return Verdict.INCOMPLETE;
    }
    reason.append(with);
    return Verdict.BROKEN;
  }

  /** Whether the JVM refuses a class file in a loader of its own. */
  boolean refuses(String path, byte[] spoilt) {
    Loader fresh = new Loader();
    fresh.bytes.put(name(path), spoilt);
    return link(fresh, name(path)) instanceof VerifyError;
  }

  private static String name(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  /** Reading the members links a class; what it throws behind that is not the verifier's. */
  private static Throwable link(ClassLoader loader, String name) {
    try {
      Constructor<?>[] linked = Class.forName(name, false, loader).getDeclaredConstructors();
      return linked == null ? new LinkageError() : null;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return e;
    }
  }

  /** Defines the corpus's classes itself; the JDK's and the counters come from elsewhere. */
  private final class Loader extends ClassLoader {
    private final Map<String, byte[]> bytes = new HashMap<>();

    Loader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("dev.afterglow.")) {
        return Class.forName(name, false, JarCorpus.class.getClassLoader());
      }
      try {
        byte[] file = bytes.get(name);
        if (file == null) {
          String path = name.replace('.', '/') + ".class";
          if (!places.containsKey(path)) {
            throw new ClassNotFoundException(name);
          }
          file = read(path);
        }
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
