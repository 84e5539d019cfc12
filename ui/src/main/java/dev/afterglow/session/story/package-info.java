// SPDX-License-Identifier: Apache-2.0

/**
 * What a step log tells: the story's rows, the tree of calls, a loop's rounds, an exception's card.
 * Plain Java; each class says which thread may call it.
 */
package dev.afterglow.session.story;
