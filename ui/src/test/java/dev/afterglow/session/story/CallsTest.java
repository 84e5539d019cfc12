// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallsTest {
  @Test
  void classes_have_the_names_of_the_source() {
    assertEquals("Map.Entry", Calls.simpleName("java.util.Map$Entry"));
    assertEquals("Node", Calls.simpleName("a.Main$1Node"));
    assertEquals("Node.Part", Calls.simpleName("a.Main$Inner$12Node$Part"));
    assertEquals("Main.1", Calls.simpleName("a.Main$1"));
    assertEquals("new Node", Calls.name("a.Main$1Node", "<init>"));
  }
}
