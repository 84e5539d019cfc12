// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Probes;
import dev.afterglow.agent.stream.Streamer;
import dev.afterglow.agent.weave.ClassWeaver;
import dev.afterglow.wire.Notice;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Weaves classes as they are loaded. Runs on the target's threads and never throws: a class that
 * cannot be woven stays as it is, and the window is told why.
 */
final class Weaving implements ClassFileTransformer, ClassWeaver.IdSource {
  private final ClassChoice choice;
  private final Streamer streamer;
  private final ClassLoader system = ClassLoader.getSystemClassLoader();
  private final Map<ClassLoader, Boolean> seeing =
      Collections.synchronizedMap(new WeakHashMap<ClassLoader, Boolean>());

  Weaving(ClassChoice choice, Streamer streamer) {
    this.choice = choice;
    this.streamer = streamer;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    try {
      return choice.wants(loader, name, domain) ? weave(loader, name, classFile) : null;
    } catch (Throwable reason) {
      leave(name, sentence(reason));
      return null;
    }
  }

  @Override
  public int next() {
    return Probes.define();
  }

  private byte[] weave(ClassLoader loader, String name, byte[] classFile) {
    if (!seesProbes(loader)) {
      leave(name, "Its class loader hides the counters from it.");
      return null;
    }
    ClassWeaver weaver = new ClassWeaver(classFile, this);
    byte[] woven = weaver.weave();
    if (weaver.lacksLines()) {
      leave(name, "It has no line numbers (compile with -g).");
      return null;
    }
    if (woven == null || (choice.marked() && !choice.hasMark(name, weaver.sourceFile()))) {
      return null;
    }
    Probes.resize(weaver.classId(), weaver.counters());
    streamer.classWoven(weaver.describe(nameOf(loader)));
    return woven;
  }

  /**
   * A loader that does not ask its parents would not find the counters, and the class would fail.
   */
  private boolean seesProbes(ClassLoader loader) {
    if (loader == system) {
      return true;
    }
    Boolean known = seeing.get(loader);
    if (known == null) {
      known = Boolean.FALSE;
      try {
        known = Class.forName(Probes.class.getName(), false, loader) == Probes.class;
      } catch (Throwable notFound) {
        known = Boolean.FALSE;
      }
      seeing.put(loader, known);
    }
    return known;
  }

  private static String nameOf(ClassLoader loader) {
    return loader.getClass().getName() + '@' + Integer.toHexString(System.identityHashCode(loader));
  }

  private void leave(String name, String why) {
    try {
      streamer.notice(
          new Notice(Notice.CLASS_LEFT, name == null ? "" : name.replace('/', '.'), why));
    } catch (Throwable nothingLeftToDo) {
      // The target goes on without the notice.
    }
  }

  private static String sentence(Throwable reason) {
    String kind = reason.getClass().getSimpleName();
    if (kind.equals("MethodTooLargeException") || kind.equals("ClassTooLargeException")) {
      return "It is too large to be counted.";
    }
    if (reason instanceof IllegalArgumentException
        && String.valueOf(reason.getMessage()).startsWith("Unsupported class file")) {
      return "It was compiled for a Java that is newer than this version of Afterglow knows.";
    }
    return "Its class file could not be read (" + kind + ").";
  }
}
