// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What a method reports besides counting: where, and which of its variables are sure to be set. */
public final class StepPlan {
  /** The method's name as in the class file. */
  public final String name;

  /** Its descriptor. */
  public final String descriptor;

  /** The first line of its code. */
  public final int line;

  /** {@code this} first if there is one, then the arguments, then the others, fields last. */
  public final List<Variable> variables;

  /** How many of {@link #variables} are arguments. */
  public final int arguments;

  /** All places, in no order. */
  public final List<Point> points;

  /**
   * From which instruction on an exception may be reported on its way out of the method; null if
   * nowhere. In a constructor it is the one that called another.
   */
  public final AbstractInsnNode guardFrom;

  /** What happens at a point. */
  public enum Kind {
    /** A line is visited; where it is woven the {@link Placement} says. */
    LINE,
    /** A line begins whose visit is reported later. */
    EARLY,
    /** A variable has been set that may go out of scope before anything else reports it. */
    SET,
    /** A handler has caught an exception. */
    CATCH,
    /** An exception passes through a {@code finally} or, without line, what closes a resource. */
    PASS,
    /** The method returns. */
    RETURN
  }

  /** A place that reports. */
  public static final class Point {
    /** What happens. */
    public final Kind kind;

    /** The source line. */
    public final int line;

    /** The instruction to report before, behind for a {@link Kind#SET}; null for a LINE. */
    public final AbstractInsnNode insn;

    /** The variables that are in scope and set, as places in {@link StepPlan#variables}. */
    public final int[] variables;

    Point(Kind kind, int line, AbstractInsnNode insn, int[] variables) {
      this.kind = kind;
      this.line = line;
      this.insn = insn;
      this.variables = variables;
    }
  }

  /** A local variable, or a static field of the method's class that the method uses. */
  public static final class Variable {
    /**
     * Its name; {@code Main.total} for a field; in a class file without names {@code #3I@14}, for
     * slot 3, an int, first set on line 14 (0 of an argument).
     */
    public final String name;

    /** The local variable's number. */
    public final int slot;

    /** The first character of its descriptor. */
    public final char type;

    /** An instruction that uses the field; null for a local variable. */
    public final FieldInsnNode field;

    Variable(String name, int slot, char type) {
      this(name, slot, type, null);
    }

    Variable(String name, FieldInsnNode field) {
      this(name, -1, field.desc.charAt(0), field);
    }

    private Variable(String name, int slot, char type, FieldInsnNode field) {
      this.name = name;
      this.slot = slot;
      this.type = type;
      this.field = field;
    }
  }

  StepPlan(
      String name,
      String descriptor,
      int line,
      List<Variable> variables,
      int arguments,
      List<Point> points,
      AbstractInsnNode guardFrom) {
    this.name = name;
    this.descriptor = descriptor;
    this.line = line;
    this.variables = variables;
    this.arguments = arguments;
    this.points = points;
    this.guardFrom = guardFrom;
  }
}
