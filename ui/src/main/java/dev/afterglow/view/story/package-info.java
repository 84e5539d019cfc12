// SPDX-License-Identifier: Apache-2.0

/** The story: each step a line. */
package dev.afterglow.view.story;
