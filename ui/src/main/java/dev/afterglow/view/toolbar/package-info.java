// SPDX-License-Identifier: Apache-2.0

/** The tool bar and the status. */
package dev.afterglow.view.toolbar;
