// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * Chooses which flows of a region get counters: as few and as seldom passed as possible, so that
 * every quantity is a sum of them. Knuth's and Ball and Larus's observation: the flows on a
 * spanning tree of the net follow from the others.
 *
 * <p>Two things are stricter here, since the counters are read while the program runs. A quantity
 * must be a sum: the difference of two counters that are read one after the other can be anything,
 * but a sum neither falls nor counts what has not happened. And the nodes whose law is used for it
 * must not form a cycle, so that control is never long between what is counted and the probe that
 * counts it: what came before a loop does not wait for the loop's end. A thread that is paused
 * where a loop turns may find that line counted when it goes on; all before is counted, since what
 * all ways to a place count for is no more than the visit they lead into.
 *
 * <p>The net falls into regions that only {@link Flow#WORLD} connects; each is solved alone.
 */
final class CounterChoice {
  /** A region with more flows is left to a simpler way: the time grows with the square. */
  private static final int LARGEST = 150;

  /** What a counter costs however seldom it is passed: code, memory, a place on the wire. */
  private static final double SPACE = 0.02;

  private final Flow flow;

  /** The region's flows; the other arrays go by the place in it. */
  private final int[] flows;

  private final int[] tail;
  private final int[] head;
  private final double[] cost;

  /** Flows that must have a counter, or a quantity would be a difference. */
  private final boolean[] forced;

  /** How often one passage of each flow counts for each quantity. */
  private final Map<Quantity, int[]> wanted = new LinkedHashMap<Quantity, int[]>();

  private int nodes = 1;

  /** The spanning tree's flows from its roots outward; its nodes at their inner and outer ends. */
  private int[] tree;

  private int[] outer;
  private int branches;

  private CounterChoice(Flow flow, int[] flows, int[] numbers) {
    this.flow = flow;
    this.flows = flows;
    this.tail = new int[flows.length];
    this.head = new int[flows.length];
    this.cost = new double[flows.length];
    this.forced = new boolean[flows.length];
    for (int f = 0; f < flows.length; f++) {
      tail[f] = number(numbers, flow.tail(flows[f]));
      head[f] = number(numbers, flow.head(flows[f]));
      cost[f] = cost(flows[f]);
      for (Quantity quantity : flow.counts(flows[f])) {
        int[] row = wanted.get(quantity);
        if (row == null) {
          row = new int[flows.length];
          wanted.put(quantity, row);
        }
        row[f]++;
      }
    }
  }

  /**
   * Tells the quantities their counters and returns the probes, in the order of the code; null, and
   * nothing is told, if a region is too large.
   */
  static List<Placement> choose(Flow flow) {
    List<int[]> regions = regions(flow);
    for (int[] region : regions) {
      if (region.length > LARGEST) {
        return null;
      }
    }
    int[] numbers = new int[flow.nodes()];
    List<Map<Quantity, int[]>> solutions = new ArrayList<Map<Quantity, int[]>>();
    int[] counterOf = new int[flow.flows()];
    Arrays.fill(counterOf, -1);
    for (int[] region : regions) {
      Map<Quantity, int[]> solution = new CounterChoice(flow, region, numbers).solve();
      solutions.add(solution);
      for (int[] terms : solution.values()) {
        for (int term : terms) {
          counterOf[term] = 0;
        }
      }
    }
    List<Placement> placements = new ArrayList<Placement>();
    for (int f = 0; f < counterOf.length; f++) {
      if (counterOf[f] == 0) {
        counterOf[f] = placements.size();
        placements.add(flow.place(f).with(counterOf[f]));
      }
    }
    for (Map<Quantity, int[]> solution : solutions) {
      for (Map.Entry<Quantity, int[]> entry : solution.entrySet()) {
        for (int term : entry.getValue()) {
          entry.getKey().add(counterOf[term]);
        }
      }
    }
    return placements;
  }

  /** The flows of each region; those from the world straight to the world are one each. */
  private static List<int[]> regions(Flow flow) {
    int[] parent = identity(flow.nodes());
    for (int f = 0; f < flow.flows(); f++) {
      if (flow.tail(f) != Flow.WORLD && flow.head(f) != Flow.WORLD) {
        parent[root(parent, flow.tail(f))] = root(parent, flow.head(f));
      }
    }
    int[] sizes = new int[flow.nodes()];
    List<int[]> regions = new ArrayList<int[]>();
    for (int f = 0; f < flow.flows(); f++) {
      int region = region(flow, parent, f);
      if (region != Flow.WORLD) {
        sizes[region]++;
      } else if (!flow.counts(f).isEmpty()) {
        regions.add(new int[] {f});
      }
    }
    int[][] members = new int[flow.nodes()][];
    for (int f = flow.flows() - 1; f >= 0; f--) {
      int region = region(flow, parent, f);
      if (region != Flow.WORLD) {
        if (members[region] == null) {
          members[region] = new int[sizes[region]];
          regions.add(members[region]);
        }
        members[region][--sizes[region]] = f;
      }
    }
    return regions;
  }

  private static int region(Flow flow, int[] parent, int f) {
    return root(parent, flow.tail(f) != Flow.WORLD ? flow.tail(f) : flow.head(f));
  }

  private static int[] identity(int size) {
    int[] parent = new int[size];
    for (int n = 0; n < size; n++) {
      parent[n] = n;
    }
    return parent;
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The world is 0 in every region. */
  private int number(int[] numbers, int node) {
    if (node != Flow.WORLD && numbers[node] == 0) {
      numbers[node] = nodes++;
    }
    return numbers[node];
  }

  private double cost(int f) {
    Placement place = flow.place(f);
    if (place == null) {
      return 1e9;
    }
    double factor = place.where == Placement.Where.ON_BRANCH ? 1.1 : 1;
    if (place.where == Placement.Where.BEHIND && place.insn.getOpcode() == Opcodes.MONITORENTER) {
      factor = 4; // between the lock and the range that gives it back, HotSpot minds
    }
    return flow.frequency(f) * factor + SPACE;
  }

  /** For each quantity the flows to count, as often as they count. */
  private Map<Quantity, int[]> solve() {
    Map<Quantity, int[]> direct = new LinkedHashMap<Quantity, int[]>();
    for (Map.Entry<Quantity, int[]> entry : wanted.entrySet()) {
      direct.put(entry.getKey(), terms(entry.getValue()));
    }
    if (nodes == 1 || wanted.isEmpty()) {
      return direct;
    }
    Map<Quantity, int[]> solution;
    do {
      grow();
      solution = derive();
    } while (solution == null);
    return price(solution) < price(direct) ? solution : direct;
  }

  private double price(Map<Quantity, int[]> solution) {
    boolean[] used = new boolean[flow.flows()];
    double price = 0;
    for (int[] terms : solution.values()) {
      for (int term : terms) {
        price += used[term] ? 0 : cost(term);
        used[term] = true;
      }
    }
    return price;
  }

  private int[] terms(int[] row) {
    int size = 0;
    for (int times : row) {
      size += times;
    }
    int[] terms = new int[size];
    int next = 0;
    for (int f = 0; f < row.length; f++) {
      for (int i = 0; i < row[f]; i++) {
        terms[next++] = flows[f];
      }
    }
    return terms;
  }

  /** A spanning forest of the dearest flows that need not have a counter. */
  private void grow() {
    List<Integer> byCost = new ArrayList<Integer>();
    for (int f = 0; f < flows.length; f++) {
      if (!forced[f]) {
        byCost.add(f);
      }
    }
    Collections.sort(
        byCost,
        new Comparator<Integer>() {
          @Override
          public int compare(Integer a, Integer b) {
            return Double.compare(rank(b), rank(a));
          }
        });
    int[] parent = identity(nodes);
    List<List<Integer>> at = new ArrayList<List<Integer>>();
    for (int n = 0; n < nodes; n++) {
      at.add(new ArrayList<Integer>(3));
    }
    for (int f : byCost) {
      int from = root(parent, tail[f]);
      int to = root(parent, head[f]);
      if (from != to) {
        parent[from] = to;
        at.get(tail[f]).add(f);
        at.get(head[f]).add(f);
      }
    }
    order(at);
  }

  /** Of flows alike those are counted that somebody asks for. */
  private double rank(int f) {
    return flow.counts(flows[f]).isEmpty() ? cost[f] * 1.001 : cost[f];
  }

  /** Puts the forest's flows in an order in which one end of each is known, the world first. */
  private void order(List<List<Integer>> at) {
    tree = new int[nodes];
    outer = new int[nodes];
    branches = 0;
    boolean[] known = new boolean[nodes];
    for (int root = 0; root < nodes; root++) {
      int next = branches;
      int node = known[root] ? -1 : root;
      while (node >= 0) {
        known[node] = true;
        for (int f : at.get(node)) {
          int other = tail[f] == node ? head[f] : tail[f];
          if (!known[other]) {
            tree[branches] = f;
            outer[branches++] = other;
          }
        }
        node = next < branches ? outer[next++] : -1;
      }
    }
  }

  /** The quantities as sums; null if one cannot be, and one more counter is forced. */
  private Map<Quantity, int[]> derive() {
    Map<Quantity, int[]> solution = new LinkedHashMap<Quantity, int[]>();
    for (Map.Entry<Quantity, int[]> entry : wanted.entrySet()) {
      int[] row = entry.getValue();
      int[] potential = potentials(row);
      int[] sum = new int[flows.length];
      boolean good = acyclic(potential);
      for (int f = 0; f < sum.length; f++) {
        sum[f] = row[f] + potential[head[f]] - potential[tail[f]];
        good &= sum[f] >= 0;
      }
      if (!good) {
        force(row);
        return null;
      }
      solution.put(entry.getKey(), terms(sum));
    }
    return solution;
  }

  /** How often each node's law is added to a quantity so that no flow of the tree is left in it. */
  private int[] potentials(int[] row) {
    int[] potential = new int[nodes];
    for (int b = 0; b < branches; b++) {
      int f = tree[b];
      if (outer[b] == head[f]) {
        potential[head[f]] = potential[tail[f]] - row[f];
      } else {
        potential[tail[f]] = potential[head[f]] + row[f];
      }
    }
    return potential;
  }

  /** Takes away nodes that nothing leads to until none is left, or only cycles. */
  private boolean acyclic(int[] potential) {
    boolean[] present = new boolean[nodes];
    int left = 0;
    for (int n = 0; n < nodes; n++) {
      present[n] = potential[n] != 0;
      left += present[n] ? 1 : 0;
    }
    boolean changed = true;
    while (changed && left > 0) {
      changed = false;
      boolean[] reached = new boolean[nodes];
      for (int f = 0; f < flows.length; f++) {
        reached[head[f]] |= present[tail[f]];
      }
      for (int n = 0; n < nodes; n++) {
        if (present[n] && !reached[n]) {
          present[n] = false;
          left--;
          changed = true;
        }
      }
    }
    return left == 0;
  }

  /** The cheapest of the flows that the quantity asks for and that have none gets a counter. */
  private void force(int[] row) {
    int cheapest = -1;
    for (int b = 0; b < branches; b++) {
      int f = tree[b];
      if (row[f] != 0 && (cheapest < 0 || cost[f] < cost[cheapest])) {
        cheapest = f;
      }
    }
    forced[cheapest] = true;
  }
}
