// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which classes are woven: the program's own, or what the user named. */
final class ClassChoice {
  private static final String[] NEVER = {
    "java/", "jdk/", "sun/", "dev/afterglow/agent/", "dev/afterglow/wire/"
  };

  private static final byte[] MARK = {'/', '/', ' ', 'a', 'f', 't', 'e', 'r', 'g', 'l', 'o', 'w'};

  private final List<ClassPattern> include;
  private final List<ClassPattern> exclude;
  private final Set<String> own = new HashSet<String>();

  /** Classes whose code was copied elsewhere, and whether they are the program's own. */
  private final Map<String, Boolean> copied = new HashMap<String, Boolean>();

  private final boolean marked;
  private final List<String> sources;

  ClassChoice(Options options) {
    include = patterns(options.include());
    exclude = patterns(options.exclude());
    marked = options.marked();
    sources = options.sources();
    List<String> places = options.own();
    if (places.isEmpty() && include.isEmpty()) {
      places = ProgramPlaces.find();
    }
    for (String place : places) {
      own.add(CodePlace.own(place));
    }
  }

  /** Whether a class is to be woven, as far as its name and origin tell. */
  boolean wants(ClassLoader loader, String name, ProtectionDomain domain) {
    if (loader == null || name == null || startsWithAny(name)) {
      return false;
    }
    if (anyMatches(exclude, name)) {
      return false;
    }
    return include.isEmpty() ? isOwn(domain) : anyMatches(include, name);
  }

  /** Whether code is counted that was copied from the source of another class. */
  boolean wantsCopied(String name) {
    if (name.isEmpty() || startsWithAny(name) || anyMatches(exclude, name)) {
      return false;
    }
    return include.isEmpty() ? isOwn(name.replace('/', '.')) : anyMatches(include, name);
  }

  private boolean isOwn(String className) {
    synchronized (copied) {
      Boolean known = copied.get(className);
      if (known == null) {
        known = Boolean.FALSE;
        for (String place : own) {
          known |= CodePlace.holds(place, className);
        }
        copied.put(className, known);
      }
      return known;
    }
  }

  /** Whether only classes with the mark in their source are wanted. */
  boolean marked() {
    return marked;
  }

  /** Whether the source of a class has the mark; false if it is not found. */
  boolean hasMark(String name, String sourceFile) {
    String path = name.substring(0, name.lastIndexOf('/') + 1) + sourceFile;
    for (String root : sources) {
      File file = new File(root, path);
      if (file.isFile() && contains(file, MARK)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOwn(ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    String path = location == null ? null : CodePlace.of(location);
    return path != null && own.contains(path);
  }

  private static boolean startsWithAny(String name) {
    for (String prefix : NEVER) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static List<ClassPattern> patterns(List<String> texts) {
    List<ClassPattern> patterns = new ArrayList<ClassPattern>();
    for (String text : texts) {
      patterns.add(new ClassPattern(text));
    }
    return patterns;
  }

  private static boolean anyMatches(List<ClassPattern> patterns, String name) {
    for (ClassPattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(File file, byte[] wanted) {
    try (FileInputStream in = new FileInputStream(file)) {
      int found = 0;
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          found =
              buffer[i] == wanted[found]
                  ? found + 1
                  : buffer[i] == wanted[0] ? (found == 2 ? 2 : 1) : 0;
          if (found == wanted.length) {
            return true;
          }
        }
      }
    } catch (IOException unreadable) {
      return false;
    }
    return false;
  }
}
