// SPDX-License-Identifier: Apache-2.0
// java: -Xss512k

/** Where the stack ends the trace begins with the program's own method, whatever was called there. */
public class OverflowTraces {
  static void down() {
    down();
  }

  static String top() {
    try {
      down();
      return "returned";
    } catch (StackOverflowError e) {
      return e.getStackTrace()[0].toString();
    }
  }

  /** From one call deeper each time: what is near the end of the stack is another place. */
  static void from(int deeper) {
    System.out.println(top());
    if (deeper > 0) {
      from(deeper - 1);
    }
  }

  public static void main(String[] args) {
    from(40);
  }
}
