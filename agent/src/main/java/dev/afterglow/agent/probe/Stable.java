// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the compilers take a field's value for a constant once it is neither null nor zero; of an
 * array its elements too. In the agent's jar it is called {@code
 * jdk.internal.vm.annotation.Stable}, see {@link Hidden}. Without it everything works, only slower.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Stable {}
