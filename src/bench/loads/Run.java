// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Runs a load some rounds, fewer if that takes too many seconds, and prints the median processor
 * time of the later half, in nanoseconds, and a check sum. Other programs disturb it less than time
 * by the clock.
 */
public class Run {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static void main(String[] args) throws ReflectiveOperationException {
        LongSupplier load = (LongSupplier) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        int most = Integer.parseInt(args[1]);
        long end = System.nanoTime() + Integer.parseInt(args[2]) * 1_000_000_000L;
        long[] times = new long[most];
        long sum = 0;
        int rounds = 0;
        do {
            long start = THREADS.getCurrentThreadCpuTime();
            sum += load.getAsLong();
            times[rounds++] = THREADS.getCurrentThreadCpuTime() - start;
        } while (rounds < most && System.nanoTime() < end);
        long[] steady = Arrays.copyOfRange(times, rounds / 2, rounds);
        Arrays.sort(steady);
        System.out.println("steady " + steady[steady.length / 2] + " sum " + sum / rounds);
    }
}
