// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** Nested loops with a branch that cannot be predicted. */
public class Bubble implements LongSupplier {

    @Override
    public long getAsLong() {
        int[] numbers = new int[12_000];
        int seed = 1;
        for (int i = 0; i < numbers.length; i++) {
            seed = seed * 1_103_515_245 + 12_345;
            numbers[i] = seed >>> 8;
        }
        sort(numbers);
        return numbers[numbers.length / 2];
    }

    static void sort(int[] numbers) {
        for (int end = numbers.length - 1; end > 0; end--) {
            for (int i = 0; i < end; i++) {
                if (numbers[i] > numbers[i + 1]) {
                    int larger = numbers[i];
                    numbers[i] = numbers[i + 1];
                    numbers[i + 1] = larger;
                }
            }
        }
    }
}
