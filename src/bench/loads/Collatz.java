// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** A loop whose end nobody can foresee, with a branch in it. */
public class Collatz implements LongSupplier {

    @Override
    public long getAsLong() {
        long steps = 0;
        for (int start = 1; start < 400_000; start++) {
            long n = start;
            while (n != 1) {
                if (n % 2 == 0) {
                    n = n / 2;
                } else {
                    n = 3 * n + 1;
                }
                steps++;
            }
        }
        return steps;
    }
}
