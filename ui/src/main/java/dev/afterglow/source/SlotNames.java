// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import dev.afterglow.source.SourceLocals.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * What the variables of methods are called whose class file, of javac without {@code -g}, has no
 * names for them. A name is given only if the source leaves no doubt. Immutable.
 */
public final class SlotNames {
  private final SourceTokens tokens;

  /** Reads a source. */
  public SlotNames(SourceText source) {
    tokens = new SourceTokens(source);
  }

  /**
   * A method as the class file has it.
   *
   * @param name its name
   * @param simpleName of its class
   * @param types descriptors of its arguments
   * @param local whether its class is one: then what it captures are arguments of a constructor
   * @param line the first line of its code
   * @param firstSlot the slot of its first argument
   */
  public record Method(
      String name, String simpleName, boolean local, List<String> types, int line, int firstSlot) {
    private int behindArguments() {
      int slot = firstSlot;
      for (String type : types) {
        slot += size(type);
      }
      return slot;
    }
  }

  /**
   * A variable of a class file.
   *
   * @param slot its slot
   * @param type I, J, F, D or L
   * @param line where it is set first, 0 of an argument
   */
  public record Slot(int slot, char type, int line) {}

  /**
   * A variable of the source.
   *
   * @param type its type without arguments: {@code boolean}, {@code String[]}, {@code var}
   */
  public record Named(String name, String type) {}

  /** A place where the code of a method may stand. */
  private record Place(List<Named> parameters, int body, int first, int last) {}

  /** The variables in the order of the slots; null for those that nobody is sure about. */
  public List<Named> of(Method method, List<Slot> slots) {
    List<Named> names = new ArrayList<>();
    Place place = place(method, slots);
    List<Local> locals =
        place == null || place.body < 0
            ? List.of()
            : SourceLocals.of(
                tokens,
                place.body,
                method.behindArguments(),
                (slot, type, first, last) -> first(slots, new Slot(slot, type, first), last));
    int argument = 0;
    int left = place == null ? 0 : method.types.size() - place.parameters.size();
    for (Slot slot : slots) {
      if (slot.line == 0) {
        int parameter = argument++ - left;
        names.add(place == null || parameter < 0 ? null : place.parameters.get(parameter));
      } else {
        Named parameter = parameter(method, slot.slot, place, left);
        names.add(parameter == null ? named(locals, slot) : parameter);
      }
    }
    return names;
  }

  private static int size(String descriptor) {
    return descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
  }

  private static int first(List<Slot> slots, Slot at, int last) {
    for (int i = 0; i < slots.size(); i++) {
      Slot each = slots.get(i);
      boolean same = each.slot == at.slot && each.type == at.type;
      if (same && at.line <= each.line && each.line <= last) {
        return i;
      }
    }
    return -1;
  }

  /** A parameter that is set anew. */
  private static Named parameter(Method method, int slot, Place place, int left) {
    int at = method.firstSlot;
    for (int i = 0; i < method.types.size() && place != null; i++) {
      if (at == slot) {
        return i < left ? null : place.parameters.get(i - left);
      }
      at += size(method.types.get(i));
    }
    return null;
  }

  private static Named named(List<Local> locals, Slot slot) {
    Local found = null;
    for (Local local : locals) {
      if (local.slot() == slot.slot
          && local.line() <= slot.line
          && slot.line <= local.last()
          && SourceLocals.fits(local.type(), slot.type)) {
        // On the line on which one ends another one may begin.
        if (found != null && !found.name().equals(local.name())) {
          return null;
        }
        found = local;
      }
    }
    return found == null ? null : new Named(found.name(), found.type());
  }

  private Place place(Method method, List<Slot> slots) {
    int lastSet = slots.stream().mapToInt(Slot::line).max().orElse(0);
    List<Place> places = new ArrayList<>();
    boolean lambda = method.name.startsWith("lambda$");
    String name = method.name.equals("<init>") ? method.simpleName : method.name;
    for (int i = 0; i < tokens.size(); i++) {
      Place place = null;
      if (lambda) {
        place = tokens.token(i).equals("->") ? lambda(i, method.line) : null;
      } else if (tokens.token(i).equals(name)) {
        place = method(i);
      }
      if (place != null
          && place.first <= method.line
          && Math.max(lastSet, method.line) <= place.last
          && fits(place.parameters, method, lambda)) {
        // Of methods in each other the inner one comes later; on one line nobody can tell.
        boolean inner = !lambda && place.first < method.line;
        if (inner && !places.isEmpty() && places.get(0).last >= place.last) {
          places.clear();
        }
        places.add(place);
      }
    }
    return places.size() == 1 ? places.get(0) : null;
  }

  private Place method(int name) {
    String before = tokens.token(name - 1);
    boolean record = before.equals("record");
    boolean generic = record && tokens.token(name + 1).equals("<");
    int open = generic ? tokens.behindAngles(name + 1) : name + 1;
    if (!tokens.token(open).equals("(")) {
      return null;
    }
    int close = tokens.behindBrackets(open);
    int body = close;
    while (!tokens.token(body).isEmpty() && !"{;=()".contains(tokens.token(body))) {
      body++; // throws, or what a record implements
    }
    if (before.equals(".") || before.equals("new") || !tokens.token(body).equals("{")) {
      return null;
    }
    List<Named> parameters = parameters(open + 1, close - 1);
    int last = tokens.line(tokens.behindBrackets(body) - 1);
    return parameters == null
        ? null
        : new Place(parameters, record ? -1 : body, tokens.line(name), last);
  }

  /** A lambda whose code begins on a line. */
  private Place lambda(int arrow, int line) {
    boolean block = tokens.token(arrow + 1).equals("{");
    int start = block ? arrow + 2 : arrow + 1;
    List<Named> parameters = null;
    if (tokens.token(arrow - 1).equals(")")) {
      int open = arrow - 1;
      for (int deep = 0; open > 0; open--) {
        String token = tokens.token(open);
        deep += token.equals(")") ? 1 : token.equals("(") ? -1 : 0;
        if (deep == 0) {
          break;
        }
      }
      parameters = lambdaParameters(open + 1, arrow - 1);
    } else if (SourceTokens.isName(tokens.token(arrow - 1)) && !isLabel(arrow - 1)) {
      parameters = List.of(new Named(tokens.token(arrow - 1), "var"));
    }
    if (parameters == null || tokens.line(start) != line) {
      return null;
    }
    int end = block ? tokens.behindBrackets(arrow + 1) - 1 : start;
    int deep = 0;
    while (!block && deep >= 0 && end < tokens.size()) {
      String token = tokens.token(end);
      deep += "([{".contains(token) ? 1 : ")]}".contains(token) ? -1 : 0;
      deep = deep == 0 && (token.equals(",") || token.equals(";")) ? -1 : deep;
      end++;
    }
    return new Place(parameters, block ? arrow + 1 : -1, line, tokens.line(end));
  }

  private boolean isLabel(int name) {
    int i = name;
    while (SourceTokens.isName(tokens.token(i)) || ",.".contains(tokens.token(i))) {
      i--;
    }
    return tokens.token(i).equals("case");
  }

  private List<Named> lambdaParameters(int from, int to) {
    List<Named> names = new ArrayList<>();
    for (int i = from; i < to; i += 2) {
      if (!SourceTokens.isName(tokens.token(i)) || (i + 1 < to && !isComma(i + 1))) {
        return parameters(from, to);
      }
      names.add(new Named(tokens.token(i), "var"));
    }
    return names;
  }

  private boolean isComma(int at) {
    return tokens.token(at).equals(",");
  }

  /** The parameters between two tokens, null if these are none. */
  private List<Named> parameters(int from, int to) {
    List<Named> names = new ArrayList<>();
    int at = from;
    while (at < to) {
      int type = at;
      int end = tokens.typeEnd(at);
      at = end;
      while (end > 0 && tokens.token(at).equals(".")) {
        at++;
      }
      if (end < 0 || !SourceTokens.isName(tokens.token(at))) {
        return null;
      }
      String name = tokens.token(at++);
      int brackets = at;
      while (tokens.token(at).equals("[") || tokens.token(at).equals("]")) {
        at++;
      }
      boolean variable = tokens.token(end).equals(".");
      String described = tokens.typeAt(type, end, end);
      described += variable ? "[]" : "[]".repeat((at - brackets) / 2);
      names.add(new Named(name, described));
      if (at < to && !isComma(at++)) {
        return null;
      }
    }
    return names;
  }

  /** Whether the last of a method's arguments can be the parameters: others were added. */
  private static boolean fits(List<Named> parameters, Method method, boolean lambda) {
    int more = method.types.size() - parameters.size();
    boolean added = lambda || (method.name.equals("<init>") && !method.local);
    if (more < 0 || (more > 0 && !added)) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!fits(parameters.get(i).type, method.types.get(more + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String written, String descriptor) {
    String of =
        switch (written) {
          case "boolean" -> "Z";
          case "byte" -> "B";
          case "short" -> "S";
          case "char" -> "C";
          case "int" -> "I";
          case "long" -> "J";
          case "float" -> "F";
          case "double" -> "D";
          default -> "";
        };
    boolean array = written.endsWith("[]");
    return written.equals("var")
        || of.equals(descriptor)
        || (of.isEmpty() && descriptor.startsWith(array ? "[" : "L"));
  }
}
