// SPDX-License-Identifier: Apache-2.0
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

/** Mockito's inline mock maker exchanges the code of classes that are counted. */
public class Mocks {
  static final class Service {
    private int calls;

    Service() {
      calls = 100; // 4
    }

    synchronized int call(int n) {
      for (int i = 0; i < n; i++) { // 17 (13)
        calls++; // 13
      }
      return calls; // 4
    }

    static int twice(int n) {
      return 2 * n; // 2
    }
  }

  public static void main(String[] args) {
    System.out.println(new Service().call(3)); // 1
    Service mocked = mock(Service.class); // 1
    when(mocked.call(anyInt())).thenReturn(42); // 1
    System.out.println(mocked.call(9)); // 1
    Service spied = spy(new Service()); // 1
    System.out.println(spied.call(5)); // 1
    System.out.println(Service.twice(4)); // 1
    try (var all = mockStatic(Service.class)) { // 1
      all.when(() -> Service.twice(4)).thenReturn(7); // 1 λ1
      System.out.println(Service.twice(4)); // 1
    }
    System.out.println(Service.twice(4)); // 1
    try (var all = mockConstruction(Service.class)) { // 1
      System.out.println(new Service().call(8)); // 1
    }
    System.out.println(new Service().call(4)); // 1
    System.out.println(new Service().call(1)); // 1
  }
}
