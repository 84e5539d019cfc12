// SPDX-License-Identifier: Apache-2.0

/** A small program of 100,000 steps: 20,000 rounds of a loop with three lines and a call of one line. */
public class Steps {
    public static void main(String[] args) {
        int[] seen = new int[10];
        int sum = 0;
        for (int i = 0; i < 20_000; i++) {
            int digit = last(i);
            seen[digit]++;
            sum += digit;
        }
        System.out.println(sum + seen[3]);
    }

    static int last(int number) {
        return number % 10;
    }
}
