// SPDX-License-Identifier: Apache-2.0

/**
 * Puts the probes that {@code plan} asks for into a class file. Knows nothing of counting rules.
 */
package dev.afterglow.agent.weave;
