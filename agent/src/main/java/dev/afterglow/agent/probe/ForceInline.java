// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a method inlined whatever its caller's size: in the agent's jar it is called {@code
 * jdk.internal.vm.annotation.ForceInline}, see {@link Hidden}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ForceInline {}
