// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.corpora;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * Weaves and verifies one corpus and prints one line of numbers, after a line for each class that
 * is broken.
 */
public final class CorpusCheck {
  /** The system property that has classes woven for steps. */
  public static final String STEPS = "corpora.steps";

  /** How many classes the JVM gets at once. */
  private static final int BATCH = 100;

  private final Sieve sieve = new Sieve(Boolean.getBoolean(STEPS));
  private int verified;
  private int incomplete;
  private int broken;
  private boolean looks;

  private CorpusCheck() {}

  /** Arguments: {@code image}, or jars to check, {@code --}, and jars these refer to. */
  public static void main(String[] args) throws IOException {
    CorpusCheck check = new CorpusCheck();
    if (args[0].equals("image")) {
      check.image();
    } else {
      check.jars(args);
    }
    System.out.printf(
        "corpus %d %d %d %d %d %d %d %d %.0f %b%n",
        check.sieve.classes,
        check.sieve.woven,
        check.verified,
        check.incomplete,
        check.broken,
        check.sieve.nothing,
        check.sieve.lineless,
        check.sieve.unreadable,
        check.sieve.micros(),
        check.looks);
  }

  private void broken(String name, String why) {
    broken++;
    System.out.println("broken " + name + ": " + why);
  }

  private void jars(String[] args) throws IOException {
    List<Path> all = new ArrayList<>();
    List<Path> mine = new ArrayList<>();
    boolean others = false;
    for (String arg : args) {
      others |= arg.equals("--");
      if (!arg.equals("--")) {
        all.add(Path.of(arg));
        if (!others) {
          mine.add(Path.of(arg));
        }
      }
    }
    JarCorpus corpus = new JarCorpus(all);
    Map<String, byte[]> woven = new LinkedHashMap<>();
    for (Path path : mine) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (String name : JarCorpus.names(jar)) {
          weave(corpus, name, woven);
        }
      }
    }
    for (Map.Entry<String, byte[]> entry : woven.entrySet()) {
      StringBuilder reason = new StringBuilder();
      switch (corpus.verdict(entry.getKey(), reason)) {
        case GOOD -> verified++;
        case INCOMPLETE -> incomplete++;
        case BROKEN -> broken(entry.getKey(), reason.toString());
        default -> throw new IllegalStateException();
      }
      byte[] spoilt = looks ? null : Sieve.spoilt(entry.getValue());
      looks |= spoilt != null && corpus.refuses(entry.getKey(), spoilt);
    }
  }

  private void weave(JarCorpus corpus, String name, Map<String, byte[]> all) throws IOException {
    byte[] original = corpus.read(name);
    byte[] woven = sieve.weave(original);
    if (woven != null) {
      String complaint = Sieve.complaint(original, woven);
      if (complaint.isEmpty()) {
        corpus.put(name, woven);
        all.put(name, woven);
      } else {
        broken(name, complaint);
      }
    }
  }

  /** A class of the image that waits to be verified. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(Class<?> loaded, byte[] original, byte[] woven) {}

  private void image() throws IOException {
    List<Waiting> batch = new ArrayList<>();
    for (Path path : ImageCorpus.paths()) {
      byte[] original = Files.readAllBytes(path);
      byte[] woven = sieve.weave(original);
      if (woven == null) {
        continue;
      }
      String complaint = Sieve.complaint(original, woven);
      Class<?> loaded = ImageCorpus.load(path);
      if (!complaint.isEmpty()) {
        broken(path.toString(), complaint);
      } else if (loaded == null) {
        incomplete++;
      } else {
        batch.add(new Waiting(loaded, original, woven));
      }
      if (batch.size() == BATCH) {
        verify(batch);
        batch.clear();
      }
    }
    verify(batch);
  }

  private void verify(List<Waiting> batch) {
    List<ClassDefinition> definitions = new ArrayList<>();
    for (Waiting each : batch) {
      definitions.add(new ClassDefinition(each.loaded(), each.woven()));
      byte[] spoilt = looks ? null : Sieve.spoilt(each.woven());
      looks |= spoilt != null && refused(each.loaded(), spoilt) instanceof VerifyError;
    }
    Throwable refusal = ImageCorpus.refusal(definitions);
    if (refusal == null) {
      verified += batch.size();
    } else if (batch.size() > 1) {
      verify(batch.subList(0, batch.size() / 2));
      verify(batch.subList(batch.size() / 2, batch.size()));
    } else if (refused(batch.get(0).loaded(), batch.get(0).original()) != null) {
      incomplete++;
    } else {
      broken(batch.get(0).loaded().getName(), refusal.toString());
    }
  }

  private static Throwable refused(Class<?> loaded, byte[] classFile) {
    return ImageCorpus.refusal(List.of(new ClassDefinition(loaded, classFile)));
  }
}
