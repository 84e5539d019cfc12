// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** Calls: small methods, no loop. */
public class Fib implements LongSupplier {

    @Override
    public long getAsLong() {
        return fib(38);
    }

    static int fib(int n) {
        if (n < 2) {
            return n;
        }
        return fib(n - 1) + fib(n - 2);
    }
}
