// SPDX-License-Identifier: Apache-2.0

/** A loop as a table: each round a row. */
package dev.afterglow.view.loop;
