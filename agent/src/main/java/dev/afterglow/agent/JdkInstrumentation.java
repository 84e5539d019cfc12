// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** In the agent's jar this is the {@code java.lang} one of newer JDKs, see {@link JdkClass}. */
interface JdkInstrumentation {
  void redefineModule(
      JdkModule module,
      Set<JdkModule> reads,
      Map<String, Set<JdkModule>> exports,
      Map<String, Set<JdkModule>> opens,
      Set<Class<?>> uses,
      Map<Class<?>, List<Class<?>>> provides);
}
