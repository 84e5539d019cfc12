// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import dev.afterglow.agent.probe.Probes;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.LineInfo;
import dev.afterglow.wire.LoopInfo;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a source text, weaves all its classes and runs its {@code main} in this JVM. */
final class Woven {
  private final List<ClassInfo> classes = new ArrayList<>();

  /** The class files by binary name, as they were compiled. */
  final Map<String, byte[]> originals;

  /** The class files by binary name, as they run. */
  final Map<String, byte[]> woven = new TreeMap<>();

  private Woven(Map<String, byte[]> originals) {
    this.originals = originals;
  }

  /** Compiles and weaves, but runs nothing yet. */
  static Woven of(String className, String source, String... options) throws Exception {
    Woven result = new Woven(compile(className, source, options));
    for (Map.Entry<String, byte[]> entry : result.originals.entrySet()) {
      ClassWeaver weaver = new ClassWeaver(entry.getValue(), Probes::define);
      byte[] bytes = weaver.weave();
      if (bytes != null) {
        Probes.resize(weaver.classId(), weaver.counters());
        result.classes.addAll(weaver.describe("test"));
      }
      result.woven.put(entry.getKey(), bytes == null ? entry.getValue() : bytes);
    }
    return result;
  }

  /** Loads the woven classes anew. */
  ClassLoader load() {
    return new ClassLoader(Woven.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = woven.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  /** Runs {@code main} of a class. */
  Woven run(String className) throws Exception {
    Class.forName(className, true, load())
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[0]);
    return this;
  }

  /** Hits by line, all classes added. */
  Map<Integer, Long> hits() {
    Map<Integer, Long> hits = new TreeMap<>();
    for (ClassInfo info : classes) {
      for (LineInfo line : info.lines) {
        if (line.kind == LineInfo.HITS && line.flags == 0) {
          hits.merge(line.line, sum(info, line.terms), Long::sum);
        }
      }
    }
    return hits;
  }

  /** The loops with their rounds, by line of the condition. */
  Map<Integer, Long> rounds() {
    Map<Integer, Long> rounds = new TreeMap<>();
    for (ClassInfo info : classes) {
      for (LoopInfo loop : info.loops) {
        rounds.putIfAbsent(loop.line, sum(info, loop.rounds));
      }
    }
    return rounds;
  }

  List<ClassInfo> classes() {
    return classes;
  }

  private static long sum(ClassInfo info, int[] terms) {
    long[] counters = new long[info.counters];
    Probes.sum(info.classId, counters);
    long sum = 0;
    for (int term : terms) {
      sum += term >= 0 ? counters[term] : -counters[~term];
    }
    return sum;
  }

  private static Map<String, byte[]> compile(String name, String source, String... options)
      throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> files = new TreeMap<>();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
      JavaFileManager memory =
          new ForwardingJavaFileManager<JavaFileManager>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
              return new SimpleJavaFileObject(
                  URI.create("mem:///" + className.replace('$', '-') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  files.put(className, out);
                  return out;
                }
              };
            }
          };
      JavaFileObject unit =
          new SimpleJavaFileObject(
              URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      List<String> all = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none"));
      all.addAll(List.of(options));
      if (!compiler.getTask(messages, memory, null, all, null, List.of(unit)).call()) {
        throw new IllegalArgumentException(messages.toString());
      }
    }
    Map<String, byte[]> classes = new TreeMap<>();
    files.forEach((key, value) -> classes.put(key, value.toByteArray()));
    return classes;
  }
}
