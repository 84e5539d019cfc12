// SPDX-License-Identifier: Apache-2.0

/** What stands in an empty window. */
package dev.afterglow.view.start;
