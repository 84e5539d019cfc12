// SPDX-License-Identifier: Apache-2.0
// Two ways to find one of 1000 sorted numbers: look at each, or halve what is left.
// Watch: the same place is found in 801 rounds and in 10.
public class BinarySearch {

    public static void main(String[] args) {
        int[] numbers = new int[1000];                                // 1
        for (int i = 0; i < numbers.length; i++) {                    // 1001 (1000)
            numbers[i] = 3 * i;                                       // 1000
        }
        System.out.println("one by one: " + linear(numbers, 2400));   // 1
        System.out.println("by halves:  " + binary(numbers, 2400));   // 1
    }

    static int linear(int[] numbers, int wanted) {
        for (int i = 0; i < numbers.length; i++) {                    // 801 (801)
            if (numbers[i] == wanted) {                               // 801
                return i;                                             // 1
            }
        }
        return -1;                                                    // 0
    }

    static int binary(int[] numbers, int wanted) {
        int low = 0;                                                  // 1
        int high = numbers.length - 1;                                // 1
        while (low <= high) {                                         // 10 (10)
            int middle = (low + high) / 2;                            // 10
            if (numbers[middle] == wanted) {                          // 10
                return middle;                                        // 1
            }
            if (numbers[middle] < wanted) {                           // 9
                low = middle + 1;                                     // 5
            } else {
                high = middle - 1;                                    // 4
            }
        }
        return -1;                                                    // 0
    }
}
