// SPDX-License-Identifier: Apache-2.0

/** The window: draws the session, decides nothing. */
package dev.afterglow.view;
