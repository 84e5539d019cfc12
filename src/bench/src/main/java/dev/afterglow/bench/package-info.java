// SPDX-License-Identifier: Apache-2.0

/** Programs that measure what the documents claim. They print Markdown tables and test nothing. */
package dev.afterglow.bench;
