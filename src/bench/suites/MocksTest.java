// SPDX-License-Identifier: Apache-2.0

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.collections4.Bag;
import org.apache.commons.collections4.CollectionUtils;
import org.apache.commons.collections4.bag.HashBag;
import org.apache.commons.collections4.bidimap.TreeBidiMap;
import org.apache.commons.collections4.map.LinkedMap;
import org.junit.Test;

/** Mockito's inline mock maker retransforms classes that are woven: they must go on as they are. */
@SuppressWarnings("unchecked")
public class MocksTest {
  static final class Closed {
    private int calls;

    synchronized int call(int n) {
      for (int i = 0; i < n; i++) {
        calls++;
      }
      return calls;
    }
  }

  @Test
  public void a_final_class_can_be_mocked() {
    Closed closed = mock(Closed.class);
    when(closed.call(3)).thenReturn(42);
    assertEquals(42, closed.call(3));
    assertEquals(0, closed.call(4));
    assertEquals(4, new Closed().call(4));
  }

  @Test
  public void a_spy_calls_the_woven_method() {
    Closed closed = spy(new Closed());
    assertEquals(5, closed.call(5));
    verify(closed).call(5);
  }

  @Test
  public void static_methods_can_be_mocked_and_given_back() {
    List<String> one = new ArrayList<>(List.of("a"));
    try (var mocked = mockStatic(CollectionUtils.class)) {
      mocked.when(() -> CollectionUtils.isEmpty(one)).thenReturn(true);
      assertEquals(true, CollectionUtils.isEmpty(one));
    }
    assertEquals(false, CollectionUtils.isEmpty(one));
  }

  @Test
  public void constructors_can_be_mocked() {
    try (var mocked = mockConstruction(LinkedMap.class)) {
      assertNull(new LinkedMap<String, String>().firstKey());
      assertEquals(1, mocked.constructed().size());
    }
    LinkedMap<String, String> real = new LinkedMap<>();
    real.put("k", "v");
    assertEquals("k", real.firstKey());
  }

  @Test
  public void a_library_class_works_after_it_was_mocked() {
    Bag<String> mocked = mock(HashBag.class);
    when(mocked.size()).thenReturn(7);
    assertEquals(7, mocked.size());
    Bag<String> real = new HashBag<>();
    real.add("x", 3);
    assertEquals(3, real.getCount("x"));
    TreeBidiMap<String, Integer> map = spy(new TreeBidiMap<>());
    for (int i = 0; i < 100; i++) {
      map.put("k" + i, i);
    }
    assertEquals("k42", map.getKey(42));
  }
}
