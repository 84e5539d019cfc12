// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A method as a net through which control flows: at every node as much comes in as goes out.
 *
 * <p>A <em>flow</em> is a stretch of code that is passed from end to end or not at all. Nodes are
 * the places where flows join or part. One node, {@link #WORLD}, is all that is outside: callers,
 * and every instruction that can wait or throw ({@link Hazards}), for what goes into such an
 * instruction need not come out of it. So whatever is known of the flows at a node is true at every
 * moment at which a thread waits.
 */
final class Flow {
  static final int WORLD = 0;

  /** A round of a loop for each time the loop is entered, as far as nobody knows better. */
  private static final double ROUNDS = 8;

  /** How often a handler runs. */
  private static final double SELDOM = 0.01;

  private final Code code;
  private final Hazards hazards;

  private int flows;
  private int nodes = 1;
  private int[] tail = new int[16];
  private int[] head = new int[16];
  private double[] frequency = new double[16];
  private Placement[] place = new Placement[16];

  /** For each flow the quantities that every passage counts for; one may occur repeatedly. */
  private final List<List<Quantity>> counts = new ArrayList<List<Quantity>>();

  /** The node before each instruction, 0 where only one edge leads on to it. */
  private final int[] joint;

  /** The flow of the only edge that leads to an instruction. */
  private final int[] carried;

  /** How often each joint is passed: the sum over the edges seen so far. */
  private final double[] times;

  private final int[] loopDepth;

  Flow(Code code, Hazards hazards) {
    this.code = code;
    this.hazards = hazards;
    this.joint = new int[code.size()];
    this.carried = new int[code.size()];
    this.times = new double[code.size()];
    this.loopDepth = loopDepths(code);
    for (int i = 0; i < code.size(); i++) {
      if (code.depth(i) >= 0 && !code.isHandler(i) && joins(i)) {
        joint[i] = nodes++;
      }
    }
    for (int i = 0; i < code.size(); i++) {
      if (code.depth(i) >= 0) {
        through(i, before(i));
      }
    }
  }

  int flows() {
    return flows;
  }

  int nodes() {
    return nodes;
  }

  /** The node where a flow begins. */
  int tail(int flow) {
    return tail[flow];
  }

  /** The node where a flow ends. */
  int head(int flow) {
    return head[flow];
  }

  /** Roughly how often it is passed for each call of the method. */
  double frequency(int flow) {
    return frequency[flow];
  }

  /** Where a probe counts it, with a counter of the flow's number. */
  Placement place(int flow) {
    return place[flow];
  }

  List<Quantity> counts(int flow) {
    return counts.get(flow);
  }

  /** Whether several edges lead to an instruction, or one from further down. */
  private boolean joins(int i) {
    int reaching = 0;
    for (Edge edge : code.into[i]) {
      reaching += edge.from < 0 || code.depth(edge.from) >= 0 ? 1 : 0;
    }
    return reaching > 1 || code.turns(i);
  }

  /** The flow that goes into an instruction, wherever it comes from. */
  private int before(int i) {
    Edge first = code.into[i][0];
    if (code.isHandler(i)) {
      // Compilers do not jump to handlers, and the way into one cannot be probed.
      int flow = add(WORLD, SELDOM * Math.pow(ROUNDS, loopDepth[i]));
      count(flow, first.counts, Placement.Where.BEFORE, i, null);
      return flow;
    }
    if (joint[i] == 0) {
      int flow = first.from < 0 ? add(WORLD, 1) : carried[i];
      count(flow, edgeInto(i).counts, Placement.Where.BEFORE, i, null);
      return flow;
    }
    if (first.kind == Edge.Kind.START) {
      int start = add(WORLD, 1);
      head[start] = joint[i];
      times[i] += Math.pow(ROUNDS, loopDepth[i]);
      count(start, first.counts, Placement.Where.AT_START, i, null);
    }
    double often = times[i] > 0 ? times[i] : Math.pow(ROUNDS, loopDepth[i]);
    int flow = add(joint[i], often);
    count(flow, Collections.<Quantity>emptyList(), Placement.Where.BEFORE, i, null);
    return flow;
  }

  private Edge edgeInto(int i) {
    for (Edge edge : code.into[i]) {
      if (edge.from < 0 || code.depth(edge.from) >= 0) {
        return edge;
      }
    }
    throw new IllegalStateException();
  }

  private void through(int i, int before) {
    Edge[] out = code.outOf[i];
    int after = before;
    if (out.length == 0 || hazards.at(i)) {
      head[before] = WORLD;
      if (out.length == 0) {
        return;
      }
      after = add(WORLD, frequency[before]);
    }
    if (out.length == 1) {
      leave(i, out[0], after);
      return;
    }
    int node = nodes++;
    head[after] = node;
    int stay = 0;
    double rest = 1;
    for (Edge edge : out) {
      stay += loopDepth[edge.to] < loopDepth[i] ? 0 : 1;
      rest -= loopDepth[edge.to] < loopDepth[i] ? leaving(edge) : 0;
    }
    for (Edge edge : out) {
      boolean leaves = loopDepth[edge.to] < loopDepth[i];
      double share = leaves ? leaving(edge) : Math.max(rest, 0) / stay;
      leave(i, edge, add(node, frequency[before] * share));
    }
  }

  private double leaving(Edge edge) {
    return Math.pow(ROUNDS, loopDepth[edge.to] - loopDepth[edge.from]);
  }

  /** A flow takes an edge. */
  private void leave(int i, Edge edge, int flow) {
    int to = edge.to;
    if (joint[to] == 0) {
      head[flow] = WORLD; // into a handler; else it goes on
      carried[to] = flow;
      return;
    }
    head[flow] = joint[to];
    if (!edge.backward()) {
      times[to] += frequency[flow] * Math.pow(ROUNDS, Math.max(0, loopDepth[to] - loopDepth[i]));
    }
    Placement.Where where = Placement.Where.BEFORE;
    AbstractInsnNode target = null;
    if (edge.kind == Edge.Kind.FALL) {
      where = Placement.Where.BEHIND;
    } else if (edge.kind == Edge.Kind.BRANCH) {
      where = Placement.Where.ON_BRANCH;
      target = code.insns[to];
    }
    count(flow, edge.counts, where, i, target);
  }

  private int add(int from, double often) {
    if (flows == tail.length) {
      tail = Arrays.copyOf(tail, flows * 2);
      head = Arrays.copyOf(head, flows * 2);
      frequency = Arrays.copyOf(frequency, flows * 2);
      place = Arrays.copyOf(place, flows * 2);
    }
    tail[flows] = from;
    frequency[flows] = often;
    counts.add(Collections.<Quantity>emptyList());
    return flows++;
  }

  /** The first place that counts for something is the probe's, else the first at all. */
  private void count(
      int flow, List<Quantity> more, Placement.Where where, int i, AbstractInsnNode target) {
    List<Quantity> known = counts.get(flow);
    if (place[flow] == null || (known.isEmpty() && !more.isEmpty())) {
      place[flow] = new Placement(where, code.insns[i], target, -1, -1);
    }
    if (!more.isEmpty()) {
      if (known.isEmpty()) {
        known = new ArrayList<Quantity>(2);
        counts.set(flow, known);
      }
      known.addAll(more);
    }
  }

  /** How many loops each instruction is in, taking a loop for all that its jump back spans. */
  private static int[] loopDepths(Code code) {
    int[] depth = new int[code.size() + 1];
    for (int i = 0; i < code.size(); i++) {
      int last = -1;
      for (Edge edge : code.into[i]) {
        last = edge.backward() ? Math.max(last, edge.from) : last;
      }
      if (last >= 0) {
        depth[i]++;
        depth[last + 1]--;
      }
    }
    for (int i = 1; i < depth.length; i++) {
      depth[i] += depth[i - 1];
    }
    return depth;
  }
}
