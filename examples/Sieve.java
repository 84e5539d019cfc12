// SPDX-License-Identifier: Apache-2.0
// The sieve of Eratosthenes: cross out the multiples of each prime; what stays is prime.
// Watch: 25 primes up to 100, and only 2, 3, 5 and 7 have anything left to cross out.
public class Sieve {

    public static void main(String[] args) {
        boolean[] crossed = new boolean[101];                                     // 1
        for (int n = 2; n <= 100; n++) {                                          // 100 (99)
            if (!crossed[n]) {                                                    // 99
                System.out.print(n + " ");                                        // 25
                for (int multiple = n * n; multiple <= 100; multiple += n) {      // 129 (104)
                    crossed[multiple] = true;                                     // 104
                }
            }
        }
        System.out.println();                                                     // 1
    }
}
