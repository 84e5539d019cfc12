// SPDX-License-Identifier: Apache-2.0

/** CSV, HTML, PNG and text. */
package dev.afterglow.export;
