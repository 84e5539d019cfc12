// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Method;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of methods with as much beside them as tells them apart. For any thread. */
final class MethodNames {
  private static final String LAMBDA = "lambda in ";

  private MethodNames() {}

  /** {@code Add.eval} where others of the methods have this name in other classes, else as ever. */
  static String inClass(Method method, Iterable<Method> among) {
    String name = Calls.name(method);
    for (Method other : among) {
      if (Calls.name(other).equals(name) && !other.className().equals(method.className())) {
        return withClass(method);
      }
    }
    return name;
  }

  private static String withClass(Method method) {
    String name = Calls.name(method);
    String type = Calls.simpleName(method.className());
    if (name.startsWith(LAMBDA)) {
      return LAMBDA + type + "." + name.substring(LAMBDA.length());
    }
    // That of a constructor names its class already.
    return method.name().startsWith("<") ? name : type + "." + name;
  }

  /**
   * What groups of methods are called, each by the names of its methods. Where a name is in several
   * groups it has its class, and where that does not help the types of its arguments.
   */
  static List<String> of(List<List<Method>> groups) {
    List<String> names = new ArrayList<>();
    for (List<Method> group : groups) {
      List<Method> others = new ArrayList<>();
      groups.stream().filter(each -> each != group).forEach(others::addAll);
      Set<String> parts = new LinkedHashSet<>();
      group.forEach(method -> parts.add(apart(method, others)));
      names.add(String.join(", ", parts));
    }
    return names;
  }

  private static String apart(Method method, List<Method> others) {
    List<Method> alike =
        others.stream().filter(each -> Calls.name(each).equals(Calls.name(method))).toList();
    if (alike.isEmpty()) {
      return Calls.name(method);
    }
    String name = inClass(method, alike);
    boolean told = alike.stream().noneMatch(each -> each.className().equals(method.className()));
    return told ? name : name + "(" + types(method.descriptor()) + ")";
  }

  /** {@code int, String[]}. */
  private static String types(String descriptor) {
    return MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream()
        .map(type -> Calls.simpleName(type.displayName()))
        .collect(Collectors.joining(", "));
  }
}
