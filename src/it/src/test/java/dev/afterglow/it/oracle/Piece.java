// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a made-up program: text, or blocks with text around them. Everything in a block is on
 * lines of its own.
 *
 * @param parts each begins with text and may have a block
 * @param end the text that closes it, empty if it needs none
 */
record Piece(List<Part> parts, String end) {
  /**
   * One block.
   *
   * @param open the text before it
   * @param block what is in it
   * @param needed whether the piece does not compile without it
   */
  record Part(String open, List<Piece> block, boolean needed) {}

  static Piece line(String text) {
    return new Piece(List.of(new Part(text, List.of(), true)), "");
  }

  static Piece block(String open, List<Piece> block) {
    return new Piece(List.of(new Part(open, block, true)), "}");
  }

  /** The same with another name for a variable. */
  Piece renamed(String from, String to) {
    List<Part> renamed = new ArrayList<>();
    for (Part part : parts) {
      List<Piece> block = new ArrayList<>();
      part.block.forEach(piece -> block.add(piece.renamed(from, to)));
      renamed.add(new Part(rename(part.open, from, to), block, part.needed));
    }
    return new Piece(renamed, rename(end, from, to));
  }

  private static String rename(String text, String from, String to) {
    return text.replaceAll("\\b" + from + "\\b", to);
  }

  void print(String indent, StringBuilder into) {
    for (Part part : parts) {
      print(indent, part.open, into);
      for (Piece piece : part.block) {
        piece.print(indent + "  ", into);
      }
    }
    if (!end.isEmpty()) {
      print(indent, end, into);
    }
  }

  private static void print(String indent, String text, StringBuilder into) {
    for (String line : text.split("\n")) {
      into.append(indent).append(line).append('\n');
    }
  }

  /** Every program that is one step smaller. */
  List<Piece> smaller() {
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!part.needed) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(i);
        all.add(new Piece(fewer, end));
      }
      for (List<Piece> block : smaller(part.block)) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(i, new Part(part.open, block, part.needed));
        all.add(new Piece(changed, end));
      }
    }
    return all;
  }

  private static List<List<Piece>> smaller(List<Piece> block) {
    List<List<Piece>> all = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      List<Piece> without = new ArrayList<>(block);
      without.remove(i);
      all.add(without);
      for (Part part : block.get(i).parts) {
        if (!part.block.isEmpty()) {
          List<Piece> unwrapped = new ArrayList<>(block);
          unwrapped.remove(i);
          unwrapped.addAll(i, part.block);
          all.add(unwrapped);
        }
      }
      for (Piece piece : block.get(i).smaller()) {
        List<Piece> changed = new ArrayList<>(block);
        changed.set(i, piece);
        all.add(changed);
      }
    }
    return all;
  }
}
