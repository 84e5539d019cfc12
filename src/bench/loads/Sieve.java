// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** Short inner loops over an array: a probe is large beside the work. */
public class Sieve implements LongSupplier {

    static final int LIMIT = 1_000_000;

    @Override
    public long getAsLong() {
        long primes = 0;
        for (int i = 0; i < 30; i++) {
            primes += sieve();
        }
        return primes;
    }

    static int sieve() {
        boolean[] crossed = new boolean[LIMIT + 1];
        int primes = 0;
        for (int n = 2; n <= LIMIT; n++) {
            if (!crossed[n]) {
                primes++;
                for (long multiple = (long) n * n; multiple <= LIMIT; multiple += n) {
                    crossed[(int) multiple] = true;
                }
            }
        }
        return primes;
    }
}
