// SPDX-License-Identifier: Apache-2.0

/** Theme, fonts, sizes and small parts that all panes share. */
package dev.afterglow.view.look;
