// SPDX-License-Identifier: Apache-2.0

/** The live model: classes, counts, heat, threads, stacks. Knows no toolkit. */
package dev.afterglow.session;
