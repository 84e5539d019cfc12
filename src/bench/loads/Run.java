// SPDX-License-Identifier: Apache-2.0
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Runs a load some rounds and prints the median time of the later half, in nanoseconds, and a check sum. */
public class Run {

    public static void main(String[] args) throws ReflectiveOperationException {
        LongSupplier load = (LongSupplier) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        int rounds = Integer.parseInt(args[1]);
        long[] times = new long[rounds];
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            sum += load.getAsLong();
            times[i] = System.nanoTime() - start;
        }
        long[] steady = Arrays.copyOfRange(times, rounds / 2, rounds);
        Arrays.sort(steady);
        System.out.println("steady " + steady[steady.length / 2] + " sum " + sum);
    }
}
