// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a method out of stack traces: the agent's jar holds it under the name {@code
 * jdk.internal.vm.annotation.Hidden}, which HotSpot heeds in classes of the bootstrap loader from
 * JDK 16 on. A StackOverflowError that strikes in a probe then looks as it would without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Hidden {}
