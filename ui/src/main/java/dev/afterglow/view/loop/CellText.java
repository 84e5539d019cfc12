// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ChangedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a cell of a loop's table says: a value in pieces, of which those that changed stand out. */
final class CellText {
  /** A part of the text. */
  record Piece(String text, boolean changed) {}

  /** Stands for elements that have no room. */
  private static final String REST = ", …";

  private CellText() {}

  /**
   * A value that has room: of a long array or list it is the elements that changed.
   *
   * @param elements those that changed, if several did
   * @param most how many characters have room
   */
  static List<Piece> of(Value whole, List<Value> elements, int most) {
    if (elements.isEmpty()) {
      return marked(one(whole, most));
    }
    List<Value> parts =
        elements.stream()
            .map(each -> ChangedElement.at(whole, each.name()))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Value::from))
            .toList();
    boolean allInText = whole.text().length() <= most && parts.size() == elements.size();
    return allInText ? marked(whole.text(), parts) : list(whole, elements, most);
  }

  /** A long value is cut; one of which one element has changed is that element. */
  private static Value one(Value whole, int most) {
    if (whole.text().length() <= most) {
      return whole;
    }
    Value element = ChangedElement.of(whole).orElse(null);
    if (element == null) {
      return whole.cut(most);
    }
    String place = place(whole, element);
    String text = place + element.text();
    return new Value("", text, place.length(), text.length()).cut(most);
  }

  private static String place(Value whole, Value element) {
    return element.name().substring(whole.name().length()) + " = ";
  }

  private static List<Piece> marked(Value value) {
    return marked(value.text(), value.from() < value.to() ? List.of(value) : List.of());
  }

  private static List<Piece> marked(String text, List<Value> parts) {
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Value part : parts) {
      int to = Math.min(part.to(), text.length());
      if (part.from() >= end && part.from() < to) {
        pieces.add(new Piece(text.substring(end, part.from()), false));
        pieces.add(new Piece(text.substring(part.from(), to), true));
        end = to;
      }
    }
    pieces.add(new Piece(text.substring(end), false));
    return pieces;
  }

  /** The elements that have room; the first one is cut if it has none. */
  private static List<Piece> list(Value whole, List<Value> elements, int most) {
    List<Piece> pieces = new ArrayList<>();
    int room = most - REST.length();
    for (Value element : elements) {
      String place = (pieces.isEmpty() ? "" : ", ") + place(whole, element);
      String text = element.text();
      room -= place.length() + text.length();
      if (room < 0 && !pieces.isEmpty()) {
        pieces.add(new Piece(REST, false));
        return pieces;
      }
      pieces.add(new Piece(place, false));
      pieces.add(
          new Piece(
              room < 0
                  ? new Value("", text).cut(Math.max(1, text.length() + room - 1)).text()
                  : text,
              true));
    }
    return pieces;
  }
}
