// SPDX-License-Identifier: Apache-2.0
// The line on which the machine throws is hit, the next one is not.

class MachineExceptions {
  static int n;
  int field;

  static void index() {
    int[] a = new int[3]; // 1
    a[5] = 1; // 1
    n++; // 0
  }

  static void nullField(MachineExceptions m) {
    n++; // 1
    n += m.field; // 1
    n++; // 0
  }

  static void nullCall(String s) {
    s.length(); // 1
    n++; // 0
  }

  static void cast(Object o) {
    String s = (String) o; // 1
    n += s.length(); // 0
  }

  static int divide(int a, int b) {
    int c = a / b; // 1
    return c; // 0
  }

  static int remainder(int a, int b) {
    return a % b; // 1
  }

  static void negative(int size) {
    int[] a = new int[size]; // 1
    n += a.length; // 0
  }

  static void store() {
    Object[] a = new String[1]; // 1
    a[0] = Integer.valueOf(1); // 1
    n++; // 0
  }

  static void unbox(Integer i) {
    int x = i; // 1
    n += x; // 0
  }

  static void throwNull() {
    RuntimeException e = null; // 1
    throw e; // 1
  }

  static void monitor(Object lock) {
    synchronized (lock) { // 1
      n++; // 0
    }
    n++; // 0
  }

  static void switched(String s) {
    switch (s) { // 1
      case "a":
        n++; // 0
        break; // 0?
      default:
        n--; // 0
    }
  }

  static void eachOfNull(int[] a) {
    for (int x : a) { // 1 (0)
      n += x; // 0
    }
  }

  static void inLoop() {
    int[] a = new int[3]; // 1
    for (int i = 0; i < 9; i++) { // 4 (4)
      a[i] = i; // 4
      n++; // 3
    }
  }

  static void secondArgument(Object o) {
    n = Math.max( // 1; ecj: 0
        Math.abs(1), // 1
        o.hashCode()); // 1
    n++; // 0
  }

  static void straight(int[] a) {
    n++; // 1
    n++; // 1
    a[0]++; // 1
    n++; // 1
    a[1]++; // 1
    n++; // 0
    a[2]++; // 0
  }

  public static void main(String[] args) {
    for (int i = 0; i < 16; i++) { // 17 (16)
      try {
        run(i); // 16
        n = -1; // 0
      } catch (RuntimeException e) { // 16
        n++; // 16
      }
    }
  }

  static void run(int which) {
    switch (which) { // 16
      case 0: index(); break; // 1
      case 1: nullField(null); break; // 1
      case 2: nullCall(null); break; // 1
      case 3: cast(1); break; // 1
      case 4: divide(1, 0); break; // 1
      case 5: remainder(1, 0); break; // 1
      case 6: negative(-1); break; // 1
      case 7: store(); break; // 1
      case 8: unbox(null); break; // 1
      case 9: throwNull(); break; // 1
      case 10: monitor(null); break; // 1
      case 11: switched(null); break; // 1
      case 12: eachOfNull(null); break; // 1
      case 13: inLoop(); break; // 1
      case 14: secondArgument(null); break; // 1
      default: straight(new int[1]); break; // 1
    }
    n++; // 0
  }
}
