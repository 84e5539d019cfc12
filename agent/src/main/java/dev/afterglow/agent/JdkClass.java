// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/**
 * In the agent's jar this is {@code java.lang.Class} with what Java 8's does not have, as {@link
 * JdkModule} and the other classes that begin like this stand for the JDK's. By reflection the same
 * takes 40 ms of a program's start on newer JDKs, which make code for each kind of call.
 */
final class JdkClass {
  private JdkClass() {}

  native JdkModule getModule();
}
