// SPDX-License-Identifier: Apache-2.0
// Recursion without an end: each call waits for the next, until the thread's stack is full.
// Watch: the program dies of a StackOverflowError, and the lines still show how deep it came.
// Exit code: 1
public class RunawayRecursion {

    public static void main(String[] args) {
        int sum = sumFrom(1);                            // 1
        System.out.println("never printed: " + sum);     // 0
    }

    static int sumFrom(int n) {
        return n + sumFrom(n + 1);                       // many
    }
}
