// SPDX-License-Identifier: Apache-2.0

/** The files of the program, with totals and heat. */
package dev.afterglow.view.files;
