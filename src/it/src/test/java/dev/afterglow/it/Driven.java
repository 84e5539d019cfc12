// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import dev.afterglow.launch.AgentOptions;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.StartPace;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.Session;
import dev.afterglow.session.StepLog;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of one class that runs under the agent and is driven as the window does it. */
final class Driven implements AutoCloseable {
  private final FileKey file;
  private final Session session = new Session(new SourceFinder(List.of()));
  private final Listener listener;
  private final Process process;

  /** Compiles and starts it; what it prints to its standard error is seen. */
  Driven(Path folder, String name, String source, StartPace pace) throws Exception {
    file = new FileKey(name + ".java");
    Path path = folder.resolve(file.path());
    Files.writeString(path, source);
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(path));
    ProgramSpec spec = new ProgramSpec(null, List.of(), List.of(), false, null, List.of(), pace);
    listener = new Listener(session, 0);
    String agent = AgentOptions.of(listener, spec, pace).option(Target.agent());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    session.watch(Watch.MIN_MILLIS);
    process =
        new ProcessBuilder(java, agent, "-cp", classes.toString(), name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  FileKey file() {
    return file;
  }

  Process process() {
    return process;
  }

  RunControl control() {
    return session.control();
  }

  RunPicture run() {
    return session.picture().run();
  }

  StepLog steps() {
    return session.steps();
  }

  /** The line of the innermost frame of the program's own in a thread's stack, 0 for none. */
  int topLine(String thread) {
    return session.picture().threads().stream()
        .filter(each -> each.name().equals(thread))
        .flatMap(each -> each.frames().stream())
        .filter(frame -> frame.file() != null)
        .mapToInt(FramePicture::line)
        .findFirst()
        .orElse(0);
  }

  boolean ended() {
    return session.picture().status().ended();
  }

  /** The hits of a line so far, 0 before the program is known. */
  long hits(int line) {
    return session.file(file).map((FilePicture picture) -> picture.hits(line)).orElse(0L);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    listener.close();
  }
}
