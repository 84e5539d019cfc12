// SPDX-License-Identifier: Apache-2.0
// Fibonacci with a memory: each answer is computed once and looked up ever after.
// Watch: 119 calls in all. Compare with Fibonacci, which prints the same lines.
public class FibonacciMemo {

    public static void main(String[] args) {
        for (int n = 0; n <= 40; n++) {                              // 42 (41)
            System.out.println("fib(" + n + ") = " + fib(n));        // 41
        }
    }

    static int[] known = new int[41];                                // 1

    static int fib(int n) {
        if (n < 2) {                                                 // 119
            return n;                                                // 5
        }
        if (known[n] == 0) {                                         // 114
            known[n] = fib(n - 1) + fib(n - 2);                      // 39
        }
        return known[n];                                             // 114
    }
}
