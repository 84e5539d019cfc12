// SPDX-License-Identifier: Apache-2.0
// A loop in a loop: the inner one starts anew in each round of the outer one.
// Watch: a loop's line shows how often it asked "go on?", which is once more than it went round.
public class NestedLoops {

    public static void main(String[] args) {
        for (int row = 1; row <= 10; row++) {                    // 11 (10)
            for (int column = 1; column <= 10; column++) {       // 110 (100)
                System.out.printf("%4d", row * column);          // 100
            }
            System.out.println();                                // 10
        }
    }
}
