// SPDX-License-Identifier: Apache-2.0

/**
 * The few classes that woven code calls.
 *
 * <p>They are loaded by the bootstrap class loader, so that every class can see them, and depend on
 * nothing but Java 8's {@code java.base}.
 */
package dev.afterglow.agent.probe;
