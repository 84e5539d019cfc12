// SPDX-License-Identifier: Apache-2.0
// A program that never ends and mostly waits, as servers do.
// Watch: the lines glow when a moment of work comes and cool down while it sleeps. Press Stop to end it.
// Runs until stopped
public class StillRunning {

    public static void main(String[] args) throws InterruptedException {
        int round = 0;                                                   // 1
        while (true) {                                                   // many (many)
            round++;                                                     // many
            System.out.println("round " + round + ": " + work(round));   // many
            Thread.sleep(500);                                           // many
        }
    }

    static int work(int round) {
        int sum = 0;                                                     // many
        for (int i = 1; i <= 1000 * round; i++) {                        // many (many)
            sum += i % 7;                                                // many
        }
        return sum;                                                      // many
    }
}
