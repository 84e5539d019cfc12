// SPDX-License-Identifier: Apache-2.0
// Halve even numbers, make three times and one of odd ones: does it always come down to 1? Nobody knows.
// Watch: the code does not tell how often this loop goes round. From 27 it takes 111 rounds.
public class Collatz {

    public static void main(String[] args) {
        int n = 27;                                              // 1
        int highest = n;                                         // 1
        while (n != 1) {                                         // 112 (111)
            if (n % 2 == 0) {                                    // 111
                n = n / 2;                                       // 70
            } else {
                n = 3 * n + 1;                                   // 41
            }
            highest = Math.max(highest, n);                      // 111
        }
        System.out.println("highest: " + highest);               // 1
    }
}
