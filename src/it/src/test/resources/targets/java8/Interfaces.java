// SPDX-License-Identifier: Apache-2.0
// Interfaces with default and static methods, and constants that are computed.

class Interfaces {
  static int n;

  interface Shape {
    Object CONSTANT = new Object(); // 1
    int PLAIN = 4; // -; ecj: 1

    int area();

    default int twice() {
      return 2 * area(); // 3
    }

    static Shape square(int a) {
      return () -> a * a; // 2 λ2
    }
  }

  static class Fixed implements Shape {
    @Override
    public int area() {
      return 7; // 2
    }

    @Override
    public int twice() {
      n++; // 1
      return Shape.super.twice(); // 1
    }
  }

  public static void main(String[] args) {
    n += Shape.square(2).twice(); // 1
    n += Shape.square(3).twice(); // 1
    n += new Fixed().twice(); // 1
    n += new Fixed().area(); // 1
    n += Shape.CONSTANT.hashCode() > 0 ? 1 : 0; // 1
  }
}
