// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.session.UncaughtException.Thrown;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.session.story.ExceptionCard.Part;
import dev.afterglow.session.story.ExceptionCard.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes cards of exceptions that ended threads from their traces, and adds the libraries' frames to
 * cards made from steps. For any thread.
 */
public final class TraceCards {
  private static final String NO_VALUES =
      "Values are known of steps only: switch Steps on, or start with --detail steps.";

  private static final String NOT_RECORDED =
      "Its steps were not recorded, so no values are known: --steps N has room for more.";

  private final StoryLines lines;

  public TraceCards(StoryLines lines) {
    this.lines = lines;
  }

  /** A card without values. */
  public ExceptionCard of(UncaughtException exception) {
    Thrown first = exception.chain().get(0);
    List<Row> rows = new ArrayList<>();
    rows(first, 0, rows);
    Circle circle = circle(rows);
    String sentence = circle.folds() ? sentence(rows, circle, first) + " " : "";
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < exception.chain().size(); i++) {
      addParts(exception.chain(), i, null, parts);
    }
    String heading = "Thread " + exception.threadName() + " ended with " + words(first);
    String why = lines.log().size() == 0 ? NO_VALUES : NOT_RECORDED;
    return new ExceptionCard(
        StepLog.NONE, heading, words(first), sentence + why, List.copyOf(parts));
  }

  /**
   * Adds an exception of a chain, as it is told already or else by its trace, and its suppressed.
   */
  private void addParts(List<Thrown> chain, int at, Part told, List<Part> parts) {
    Thrown thrown = chain.get(at);
    Thrown around = at == 0 ? null : chain.get(at - 1);
    parts.add(
        told != null ? told : part(at == 0 ? "" : "Caused by " + words(thrown), thrown, around));
    for (Thrown each : thrown.suppressed()) {
      parts.add(part("Suppressed: " + words(each), each, thrown));
    }
  }

  private Part part(String title, Thrown thrown, Thrown around) {
    int common = around == null ? 0 : common(thrown.frames(), around.frames());
    List<Row> rows = new ArrayList<>();
    int gap = rows(thrown, common, rows);
    rows = fold(rows, circle(rows), gap, thrown.depth() - thrown.frames().size());
    if (common > 0) {
      rows.add(Row.plain("… " + Numbers.exact(common) + " more as above", List.of()));
    }
    return new Part(title, List.copyOf(rows));
  }

  /**
   * A card with the libraries' frames, folded, where they stand in the traces, with causes that the
   * steps do not tell and with what was suppressed.
   */
  public ExceptionCard complete(ExceptionCard card, UncaughtException exception) {
    List<Part> parts = new ArrayList<>();
    List<Thrown> chain = exception.chain();
    for (int i = 0; i < Math.max(chain.size(), card.parts().size()); i++) {
      Part part = i < card.parts().size() ? card.parts().get(i) : null;
      if (i >= chain.size()) {
        parts.add(part);
      } else {
        boolean told = part != null;
        Part whole =
            told ? new Part(part.title(), complete(part.rows(), chain.get(i).frames())) : null;
        addParts(chain, i, whole, parts);
      }
    }
    return new ExceptionCard(
        card.step(), card.heading(), card.exception(), card.sentence(), List.copyOf(parts));
  }

  private static List<Row> complete(List<Row> rows, List<FramePicture> frames) {
    List<Row> all = new ArrayList<>();
    List<FramePicture> library = new ArrayList<>();
    int next = 0;
    for (FramePicture frame : frames) {
      if (frame.file() == null) {
        library.add(frame);
        continue;
      }
      int found = next;
      while (found < rows.size() && !isOf(rows.get(found), frame)) {
        found++;
      }
      // A call that has no row is among those that are folded, and what it was called by too.
      if (found < rows.size()) {
        all.addAll(rows.subList(next, found));
        addFolded(library, all);
        all.add(rows.get(found));
        next = found + 1;
      }
      library.clear();
    }
    boolean whole = next == rows.size();
    all.addAll(rows.subList(next, rows.size()));
    if (whole) {
      addFolded(library, all);
    }
    return List.copyOf(all);
  }

  private static boolean isOf(Row row, FramePicture frame) {
    return frame.file().equals(row.file()) && row.line() == frame.line();
  }

  /** Makes the rows of a trace; returns before which of them some calls are missing, or -1. */
  private int rows(Thrown thrown, int common, List<Row> rows) {
    List<FramePicture> frames = thrown.frames();
    int gap = -1;
    List<FramePicture> library = new ArrayList<>();
    for (int i = 0; i < frames.size() - common; i++) {
      FramePicture frame = frames.get(i);
      if (i == thrown.gap()) {
        addFolded(library, rows);
        gap = rows.size();
      }
      if (frame.file() == null) {
        library.add(frame);
      } else {
        addFolded(library, rows);
        rows.add(row(frame));
      }
    }
    addFolded(library, rows);
    return gap;
  }

  private Row row(FramePicture frame) {
    String name = Calls.name(frame.className(), frame.method());
    List<Code> code = CardCode.of(lines.text(frame.file()), frame.file(), frame.line());
    return new Row(StepLog.NONE, frame.file(), frame.line(), name, code, List.of());
  }

  /** Adds frames of libraries as one row, and empties the list of them. */
  private static void addFolded(List<FramePicture> library, List<Row> to) {
    if (library.isEmpty()) {
      return;
    }
    List<Row> inside = new ArrayList<>();
    String common = null;
    for (FramePicture frame : library) {
      String line = frame.line() > 0 ? ", line " + frame.line() : "";
      inside.add(Row.plain(frame.className() + "." + frame.method() + line, List.of()));
      String owner = owner(frame.className());
      common = common == null || common.equals(owner) ? owner : "libraries";
    }
    String words = "… " + Numbers.of(library.size(), "frame") + " of " + common;
    to.add(Row.plain(words, List.copyOf(inside)));
    library.clear();
  }

  /** Whose a class is: the JDK's, or the first two parts of its package. */
  private static String owner(String className) {
    if (className.matches("(java|javax|jdk|sun|com\\.sun)\\..*")) {
      return "the JDK";
    }
    String[] parts = className.split("\\.");
    return parts.length > 2 ? parts[0] + "." + parts[1] : className;
  }

  /** How many frames at the outer ends of two traces are the same. */
  private static int common(List<FramePicture> cause, List<FramePicture> around) {
    int common = 0;
    int most = Math.min(cause.size(), around.size());
    while (common < most
        && cause.get(cause.size() - 1 - common).equals(around.get(around.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private static Circle circle(List<Row> rows) {
    Map<String, Integer> numbers = new HashMap<>();
    return Circle.longest(
        rows.size(), i -> numbers.computeIfAbsent(rows.get(i).call(), key -> numbers.size()));
  }

  private static List<Row> fold(List<Row> rows, Circle circle, int gap, int missing) {
    List<Row> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i == circle.foldFrom()) {
        boolean inside = gap >= i && gap <= circle.foldTo();
        shown.add(circle.folded(inside ? missing : 0));
        i = circle.foldTo();
      } else if (i == gap) {
        shown.add(Row.plain("… " + Numbers.of(missing, "more call"), List.of()));
      }
      shown.add(rows.get(i));
    }
    return shown;
  }

  private static String sentence(List<Row> rows, Circle circle, Thrown thrown) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < circle.length(); i++) {
      Row row = rows.get(circle.to() - 1 - i);
      if (row.file() != null) {
        names.add(row.call());
      }
    }
    // The JVM cuts its traces: how deep it was is not known.
    boolean full = thrown.className().equals("java.lang.StackOverflowError");
    return full
        ? Calls.eachOther(names) + " until the stack is full."
        : Calls.recursion(names, circle.size(), "", List.of()) + ".";
  }

  private static String words(Thrown thrown) {
    String name = Calls.simpleName(thrown.className());
    return thrown.message().isEmpty() ? name : name + ": " + thrown.message();
  }
}
