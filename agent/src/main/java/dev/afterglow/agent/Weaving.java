// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.plan.StepPlan;
import dev.afterglow.agent.probe.Probes;
import dev.afterglow.agent.probe.StepMethod;
import dev.afterglow.agent.probe.StepRecord;
import dev.afterglow.agent.stream.Streamer;
import dev.afterglow.agent.weave.ClassWeaver;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Notice;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weaves classes as they are loaded. Runs on the target's threads and never throws: a class that
 * cannot be woven stays as it is, and the window is told why.
 */
final class Weaving implements ClassFileTransformer {
  private static final int COUNTS = 0;
  private static final int STEPS = 1;
  private static final int NONE = -1;

  private final ClassChoice choice;
  private final Streamer streamer;
  private final DetailSwitch detail;
  private final ClassLoader system = ClassLoader.getSystemClassLoader();
  private final LoaderMap<Boolean> seeing = new LoaderMap<Boolean>();

  /** What became of the classes of each loader, by internal name; under its own lock. */
  private final LoaderMap<Map<String, Known>> woven = new LoaderMap<Map<String, Known>>();

  /** A class that was woven. */
  private static final class Known {
    /** What its counters mean, by level; null where it was not woven so. */
    final ClassInfo[] infos = new ClassInfo[2];

    /** The level it has now. */
    int level;
  }

  Weaving(ClassChoice choice, Streamer streamer, DetailSwitch detail) {
    this.choice = choice;
    this.streamer = streamer;
    this.detail = detail;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    try {
      return choice.wants(loader, name, domain) ? weave(loader, name, redefined, classFile) : null;
    } catch (Throwable reason) {
      leave(name, sentence(reason));
      return null;
    }
  }

  /** Of the loaded classes those that are to be woven and have another level than the present. */
  List<Class<?>> outdated(Class<?>[] loaded) {
    int level = detail.reporting() ? STEPS : COUNTS;
    List<Class<?>> found = new ArrayList<Class<?>>();
    for (Class<?> each : loaded) {
      String name = each.getName().replace('.', '/');
      if (!each.isArray()
          && choice.wants(each.getClassLoader(), name, each.getProtectionDomain())) {
        Known known = known(each.getClassLoader(), name);
        if (known == null || known.level != level) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private byte[] weave(ClassLoader loader, String name, Class<?> redefined, byte[] classFile) {
    if (!seesProbes(loader)) {
      leave(name, "Its class loader hides the counters from it.");
      return null;
    }
    int level = detail.reporting() ? STEPS : COUNTS;
    Known known = redefined == null ? null : known(loader, name);
    ClassInfo before = known == null ? null : known.infos[level];
    Numbers numbers = new Numbers(name, before == null ? NONE : before.classId);
    ClassWeaver weaver = new ClassWeaver(classFile, level == STEPS, numbers);
    numbers.weaver = weaver;
    byte[] woven = weaver.weave();
    if (weaver.lacksLines()) {
      leave(name, "It has no line numbers (compile with -g).");
      return null;
    }
    if (woven == null || (choice.marked() && !choice.hasMark(name, weaver.sourceFile()))) {
      return null;
    }
    List<ClassInfo> infos = weaver.describe(nameOf(loader));
    ClassInfo info = infos.get(0);
    if (before == null) {
      Probes.resize(info.classId, info.counters);
      streamer.classWoven(infos, weaver.calls());
    } else if (!info.same(before)) {
      // Its code was exchanged: what its counters mean is something else now.
      forget(loader, name);
      return weave(loader, name, redefined, classFile);
    }
    remember(loader, name, redefined == null, level, info);
    return woven;
  }

  /** Gives numbers to a class and its methods. */
  private final class Numbers implements ClassWeaver.IdSource {
    private final String className;
    private final int known;
    private ClassWeaver weaver;

    Numbers(String name, int known) {
      this.className = name.replace('/', '.');
      this.known = known;
    }

    @Override
    public int next() {
      return known == NONE ? Probes.define() : known;
    }

    @Override
    public boolean wants(String className) {
      return choice.wantsCopied(className);
    }

    @Override
    public int step(StepPlan plan, int classId) {
      String[] names = new String[plan.variables.size()];
      for (int i = 0; i < names.length; i++) {
        names[i] = plan.variables.get(i).name;
      }
      int[] lines = new int[plan.points.size()];
      int[][] shown = new int[lines.length][];
      for (int i = 0; i < lines.length; i++) {
        lines[i] = plan.points.get(i).line;
        shown[i] = plan.points.get(i).variables;
      }
      return StepRecord.define(
          new StepMethod(
              classId,
              className,
              SourcePath.of(className, weaver.sourceFile()),
              plan.name,
              plan.descriptor,
              plan.line,
              names,
              lines,
              shown));
    }
  }

  private Known known(ClassLoader loader, String name) {
    synchronized (woven) {
      Map<String, Known> ofLoader = woven.get(loader);
      return ofLoader == null ? null : ofLoader.get(name);
    }
  }

  private void forget(ClassLoader loader, String name) {
    synchronized (woven) {
      woven.get(loader).remove(name);
    }
  }

  private void remember(ClassLoader loader, String name, boolean anew, int level, ClassInfo info) {
    synchronized (woven) {
      Map<String, Known> ofLoader = woven.get(loader);
      if (ofLoader == null) {
        ofLoader = new HashMap<String, Known>();
        woven.put(loader, ofLoader);
      }
      Known known = anew ? null : ofLoader.get(name);
      if (known == null) {
        known = new Known();
        ofLoader.put(name, known);
      }
      known.level = level;
      known.infos[level] = info;
    }
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
