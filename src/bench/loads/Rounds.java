// SPDX-License-Identifier: Apache-2.0

/** A loop in {@code main} whose steps are soon full, in a call that is never left. */
public class Rounds {
    public static void main(String[] args) {
        int[] seen = new int[10];
        long sum = 0;
        for (int i = 0; i < 300_000_000; i++) {
            int digit = i % 10;
            seen[digit]++;
            if (digit > 4) {
                sum += digit;
            }
        }
        System.out.println(sum + seen[3]);
    }
}
