// SPDX-License-Identifier: Apache-2.0

/** The tree of calls of methods that call themselves. */
package dev.afterglow.view.tree;
