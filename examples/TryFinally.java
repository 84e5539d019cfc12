// SPDX-License-Identifier: Apache-2.0
// What throws, what catches, and what runs in any case.
// Watch: the line that throws was hit, the one after it was not; "finally" runs however the block is left.
public class TryFinally {

    public static void main(String[] args) {
        int sum = 0;                                              // 1
        for (String text : new String[] {"12", "x", "7"}) {       // 4 (3)
            sum += number(text);                                  // 3
        }
        System.out.println(sum + " from " + seen + " texts");     // 1
    }

    static int seen;

    static int number(String text) {
        try {
            int number = Integer.parseInt(text);                  // 3
            System.out.println(text + " is a number");            // 2
            return number;                                        // 2
        } catch (NumberFormatException e) {                       // 1
            System.out.println(text + " is none");                // 1
            return 0;                                             // 1
        } finally {
            seen++;                                               // 3
        }
    }
}
