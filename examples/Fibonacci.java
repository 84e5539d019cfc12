// SPDX-License-Identifier: Apache-2.0
// Slow on purpose: every call asks for two more, and the same questions come again and again.
// Watch: each printed line makes the numbers grow by 1.6. FibonacciMemo does the same work with 119 calls.
public class Fibonacci {

    public static void main(String[] args) {
        for (int n = 0; n <= 40; n++) {                              // 42 (41)
            System.out.println("fib(" + n + ") = " + fib(n));        // 41
        }
    }

    static int fib(int n) {
        if (n < 2) {                                                 // 866988831
            return n;                                                // 433494436
        }
        return fib(n - 1) + fib(n - 2);                              // 433494395
    }
}
