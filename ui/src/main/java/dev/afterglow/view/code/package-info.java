// SPDX-License-Identifier: Apache-2.0

/** The code pane: source, gutter, glow. */
package dev.afterglow.view.code;
