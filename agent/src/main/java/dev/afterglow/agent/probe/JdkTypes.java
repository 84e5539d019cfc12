// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Classes of the JDK whose contents can be read without running anything of the program's. */
final class JdkTypes {
  /** Classes whose size and elements can be read without running anything of the program's. */
  static final Set<String> COLLECTIONS =
      new HashSet<String>(
          Arrays.asList(
              "java.util.ArrayList",
              "java.util.LinkedList",
              "java.util.ArrayDeque",
              "java.util.PriorityQueue",
              "java.util.HashSet",
              "java.util.LinkedHashSet",
              "java.util.TreeSet",
              "java.util.Arrays$ArrayList",
              "java.util.ImmutableCollections$List12",
              "java.util.ImmutableCollections$ListN",
              "java.util.ImmutableCollections$Set12",
              "java.util.ImmutableCollections$SetN",
              "java.util.Collections$EmptyList",
              "java.util.Collections$EmptySet",
              "java.util.Collections$SingletonList",
              "java.util.Collections$SingletonSet",
              "java.util.RegularEnumSet",
              "java.util.concurrent.CopyOnWriteArrayList",
              "java.util.concurrent.ConcurrentLinkedQueue"));

  static final Set<String> MAPS =
      new HashSet<String>(
          Arrays.asList(
              "java.util.HashMap",
              "java.util.LinkedHashMap",
              "java.util.TreeMap",
              "java.util.EnumMap",
              "java.util.ImmutableCollections$Map1",
              "java.util.ImmutableCollections$MapN",
              "java.util.Collections$EmptyMap",
              "java.util.Collections$SingletonMap",
              "java.util.concurrent.ConcurrentHashMap"));

  /** Entries of maps; others may ask the program for their key. */
  static final Set<String> ENTRIES =
      new HashSet<String>(
          Arrays.asList(
              "java.util.HashMap$Node",
              "java.util.HashMap$TreeNode",
              "java.util.LinkedHashMap$Entry",
              "java.util.TreeMap$Entry",
              "java.util.KeyValueHolder",
              "java.util.AbstractMap$SimpleEntry",
              "java.util.AbstractMap$SimpleImmutableEntry",
              "java.util.concurrent.ConcurrentHashMap$MapEntry"));

  static final Set<String> PLAIN =
      new HashSet<String>(
          Arrays.asList(
              "java.math.BigInteger",
              "java.math.BigDecimal",
              "java.util.concurrent.atomic.AtomicInteger",
              "java.util.concurrent.atomic.AtomicLong",
              "java.util.concurrent.atomic.AtomicBoolean",
              "java.util.OptionalInt",
              "java.util.OptionalLong",
              "java.util.OptionalDouble",
              "java.util.UUID",
              "java.time.Duration",
              "java.time.Instant",
              "java.time.LocalDate",
              "java.time.LocalDateTime",
              "java.time.LocalTime"));

  private JdkTypes() {}

  /** The elements as an array: of an array, or of a collection of the JDK with not too many. */
  static Object elements(Object value, int most) {
    if (value == null || value.getClass().isArray()) {
      return value;
    }
    boolean known =
        value instanceof Collection
            && value.getClass().getClassLoader() == null
            && COLLECTIONS.contains(value.getClass().getName());
    return known && ((Collection<?>) value).size() <= most
        ? ((Collection<?>) value).toArray()
        : null;
  }
}
