// SPDX-License-Identifier: Apache-2.0

/**
 * From a method's bytecode to the probes it needs: the counting rules of {@code
 * src/docs/counting.md} as functions of a method, without side effects.
 *
 * <p>{@link dev.afterglow.agent.plan.Code} reads the instructions, {@link
 * dev.afterglow.agent.plan.Visits} and {@link dev.afterglow.agent.plan.Loops} say what is to be
 * counted on which edge, {@link dev.afterglow.agent.plan.MethodPlanner} finds the fewest counters
 * for it, {@link dev.afterglow.agent.plan.ClassPlanner} puts the methods of a class together.
 */
package dev.afterglow.agent.plan;
