// SPDX-License-Identifier: Apache-2.0

/**
 * The messages between agent and window, and their codec: written once, used by both sides.
 *
 * <p>Depends on nothing but Java 8's {@code java.base}. The bytes are described in {@code
 * src/docs/protocol.md}; golden tests hold them.
 */
package dev.afterglow.wire;
