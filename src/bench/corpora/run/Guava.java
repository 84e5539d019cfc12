// SPDX-License-Identifier: Apache-2.0

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.TreeMultimap;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.hash.Hashing;
import com.google.common.math.BigIntegerMath;

/** Guava: collections, cache, hashes, graphs, numbers. */
public class Guava {
  public static void main(String[] args) {
    TreeMultimap<Integer, String> byLength = TreeMultimap.create();
    for (String word : Splitter.on(' ').split("the quick brown fox jumps over the lazy dog")) {
      byLength.put(word.length(), word);
    }
    System.out.println(Joiner.on("; ").withKeyValueSeparator(" ").join(byLength.asMap()));
    var cache = CacheBuilder.newBuilder().maximumSize(10).build(CacheLoader.from((Integer n) -> n * n));
    for (int i = 0; i < 100; i++) {
      cache.getUnchecked(i % 12);
    }
    System.out.println(cache.getUnchecked(11));
    System.out.println(Hashing.sha256().hashUnencodedChars("text"));
    var graph = GraphBuilder.directed().<Integer>build();
    for (int i = 1; i < 30; i++) {
      graph.putEdge(i, i / 2);
    }
    System.out.println(Graphs.reachableNodes(graph, 29) + " " + BigIntegerMath.factorial(40));
    System.out.println(ImmutableRangeMap.of(Range.closed(1, 5), "low").get(3));
  }
}
