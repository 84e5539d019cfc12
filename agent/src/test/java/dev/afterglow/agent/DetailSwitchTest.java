// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DetailSwitchTest {
  private final CountDownLatch asked = new CountDownLatch(2);

  /** The first look at the loaded classes finds the program's memory full. */
  private Object answer(String method) {
    if (!method.equals("getAllLoadedClasses")) {
      throw new UnsupportedOperationException(method);
    }
    asked.countDown();
    if (asked.getCount() > 0) {
      throw new OutOfMemoryError("Java heap space");
    }
    return new Class<?>[] {int[].class};
  }

  @Test
  void goes_on_when_the_memory_was_full() throws Exception {
    Object instrumentation =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> answer(method.getName()));
    DetailSwitch detail = new DetailSwitch((Instrumentation) instrumentation, false);
    detail.weaving(new Weaving(new ClassChoice(Options.parse("")), null, detail));
    detail.choose(true);
    assertTrue(asked.await(60, TimeUnit.SECONDS), "it never looked again");
  }
}
