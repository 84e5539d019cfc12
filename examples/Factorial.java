// SPDX-License-Identifier: Apache-2.0
// A method that calls itself: each call waits for the answer of the next smaller one.
// Watch: the condition is asked once per call, and only one call needs no further call.
public class Factorial {

    public static void main(String[] args) {
        long answer = factorial(6);                  // 1
        System.out.println("6! = " + answer);        // 1
    }

    static long factorial(int n) {
        if (n <= 1) {                                // 6
            return 1;                                // 1
        }
        return n * factorial(n - 1);                 // 5
    }
}
