// SPDX-License-Identifier: Apache-2.0
// Bubble sort: neighbours in the wrong order change places until the largest has risen to its end.
// Watch: 28 comparisons whatever the order is; the swaps are the pairs that stood wrong, here 11.
import java.util.Arrays;

public class BubbleSort {

    public static void main(String[] args) {
        int[] numbers = {5, 1, 4, 2, 8, 7, 3, 6};                // 1
        sort(numbers);                                           // 1
        System.out.println(Arrays.toString(numbers));            // 1
    }

    static void sort(int[] numbers) {
        for (int end = numbers.length - 1; end > 0; end--) {     // 8 (7)
            for (int i = 0; i < end; i++) {                      // 35 (28)
                if (numbers[i] > numbers[i + 1]) {               // 28
                    int larger = numbers[i];                     // 11
                    numbers[i] = numbers[i + 1];                 // 11
                    numbers[i + 1] = larger;                     // 11
                }
            }
        }
    }
}
