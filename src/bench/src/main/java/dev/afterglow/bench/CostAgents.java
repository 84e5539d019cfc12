// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.bench.cost.PeerAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The agents that {@link CostBench} compares, as options of {@code java}. */
final class CostAgents {
  static final Path JARS = Project.ROOT.resolve("src/bench/target/cost");

  static final String NONE = "no agent";
  static final String OURS = "Afterglow";
  static final String JACOCO = "JaCoCo (yes/no)";
  static final String INTELLIJ = "IntelliJ (hits)";

  /** Takes so long that one run must do. */
  static final String MAP = "map of atomics";

  private final Path folder;
  private final Path peer;

  /**
   * Prepares.
   *
   * @param folder for what the agents write
   */
  CostAgents(Path folder) throws IOException {
    this.folder = folder;
    this.peer = peerAgent();
  }

  /** A jar of nothing but a manifest: the classes are those of this program. */
  private Path peerAgent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", PeerAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    List<String> places = new ArrayList<>();
    places.add(Project.ROOT.resolve("src/bench/target/classes").toUri().toString());
    try (var jars = Files.newDirectoryStream(JARS, "asm-*.jar")) {
      jars.forEach(jar -> places.add(jar.toUri().toString()));
    }
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", places));
    Path jar = folder.resolve("peer.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  /** What to write behind {@code java} for a load; Afterglow records into {@link #recording}. */
  List<String> options(String agent, CostLoad load) {
    return switch (agent) {
      case NONE -> List.of();
      case OURS -> List.of(ours(load, ""));
      case JACOCO -> List.of(jacoco(load));
      case INTELLIJ -> intellij(load);
      case MAP -> List.of("-javaagent:" + peer);
      default -> throw new IllegalArgumentException("There is no agent '" + agent + "'.");
    };
  }

  /** Afterglow's option, with more options of its own. */
  String ours(CostLoad load, String more) {
    String include = ",include=" + String.join(";", load.patterns(".**"));
    return "-javaagent:" + Project.agent() + "=record=" + recording() + include + more;
  }

  Path recording() {
    return folder.resolve("cost.afterglow");
  }

  private String jacoco(CostLoad load) {
    return "-javaagent:"
        + Project.jar(JARS, "org.jacoco.agent")
        + "=destfile="
        + folder.resolve("jacoco.exec")
        + ",append=false,includes="
        + String.join(":", load.patterns(".*"));
  }

  private List<String> intellij(CostLoad load) {
    Path arguments = folder.resolve("intellij-" + load.className() + ".args");
    List<String> lines = new ArrayList<>(List.of(folder.resolve("intellij.ic").toString()));
    lines.addAll(List.of("false", "false", "false", "false"));
    load.patterns(".*").forEach(pattern -> lines.add(pattern.replaceAll("\\.(?!\\*)", "\\\\.")));
    try {
      Files.write(arguments, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "-Didea.coverage.calculate.hits=true",
        "-javaagent:" + Project.jar(JARS, "intellij-coverage-agent") + "=" + arguments);
  }
}
