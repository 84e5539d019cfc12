// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.wire.Limits;
import java.util.List;

/**
 * The session at one moment: immutable, made once a frame.
 *
 * @param version grows with every change; equal versions are equal pictures
 * @param nanos the session clock when it was made
 * @param status what the status line says
 * @param exitCode the exit code of the last target that ended, or -1
 * @param tickAgeNanos time since the last tick of any target, or -1 before the first
 * @param maxHits the largest number of hits of any line in any file
 * @param files the files with code, unsorted
 * @param threads the threads that run woven code
 * @param targets the connected JVMs and those that were
 * @param notices what the user should know, oldest first
 * @param run how the program is made to run
 */
public record Picture(
    long version,
    long nanos,
    Status status,
    int exitCode,
    long tickAgeNanos,
    long maxHits,
    List<FileSummary> files,
    List<ThreadPicture> threads,
    List<TargetPicture> targets,
    List<NoticePicture> notices,
    RunPicture run) {

  /** What the status line says. */
  public enum Status {
    /** No target has connected yet. */
    WAITING,
    /** Counts arrive. */
    LIVE,
    /** The user froze the picture; the program runs on. */
    FROZEN,
    /** All targets ended with exit code 0, or said goodbye. */
    FINISHED,
    /** A target ended with another exit code. */
    STOPPED,
    /** The connection broke without a goodbye. */
    DISCONNECTED;

    /** Whether nothing more comes of this run. */
    public boolean ended() {
      return this == FINISHED || this == STOPPED || this == DISCONNECTED;
    }
  }

  /**
   * A file's row in the list.
   *
   * @param key which file
   * @param hits the sum of its lines' hits
   * @param maxHits its hottest line's hits
   * @param lastHitNanos the session clock when a line of it was last seen to run, or -1
   * @param hasSource whether its text was found
   */
  public record FileSummary(
      FileKey key, long hits, long maxHits, long lastHitNanos, boolean hasSource) {}

  /**
   * A thread.
   *
   * @param target the target it belongs to
   * @param id the JVM's id of the thread
   * @param name its name
   * @param state its state
   * @param virtual whether it is virtual
   * @param depth the stack's true depth; more than the frames when the middle is left out
   * @param frames the stack, innermost first
   */
  public record ThreadPicture(
      int target,
      long id,
      String name,
      Thread.State state,
      boolean virtual,
      int depth,
      List<FramePicture> frames) {

    /** The place in the frames where the middle of the stack is left out, or -1. */
    public int gap() {
      return FramePicture.gap(depth, frames);
    }
  }

  /**
   * A frame of a stack.
   *
   * @param className binary name with dots
   * @param method method name
   * @param file the source file, or null if the class is not the program's own
   * @param line source line, 0 if unknown
   */
  public record FramePicture(String className, String method, FileKey file, int line) {

    /** Where the middle of a stack of some depth is left out of its frames, or -1. */
    static int gap(int depth, List<FramePicture> frames) {
      boolean cut = depth > frames.size() && frames.size() > Limits.MAX_OUTER_FRAMES;
      return cut ? frames.size() - Limits.MAX_OUTER_FRAMES : -1;
    }
  }

  /**
   * A connected JVM.
   *
   * @param id the session's number for it
   * @param pid its process id
   * @param command what it runs
   * @param javaVersion its Java version
   * @param connected whether the connection is up
   * @param tickAgeNanos time since its last tick, or -1 before the first
   */
  public record TargetPicture(
      int id, long pid, String command, String javaVersion, boolean connected, long tickAgeNanos) {}

  /**
   * One thing the user should know.
   *
   * @param subject what it is about, such as a class; may be empty
   * @param text a sentence
   */
  public record NoticePicture(String subject, String text) {}
}
