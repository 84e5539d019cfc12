// SPDX-License-Identifier: Apache-2.0
// Eight queens that do not attack each other: try each column of a row, go on to the next row, take back.
// Watch: 15,720 squares are tried, 2,056 queens are set and taken back, 92 boards are full.
public class NQueens {

    public static void main(String[] args) {
        place(0);                                                               // 1
        System.out.println(boards + " boards");                                 // 1
    }

    static int boards;
    static boolean[] column = new boolean[8];                                   // 1
    static boolean[] up = new boolean[15];                                      // 1
    static boolean[] down = new boolean[15];                                    // 1

    static void place(int row) {
        if (row == 8) {                                                         // 2057
            boards++;                                                           // 92
            return;                                                             // 92
        }
        for (int i = 0; i < 8; i++) {                                           // 17685 (15720)
            if (!column[i] && !up[row + i] && !down[row - i + 7]) {             // 15720
                set(row, i, true);                                              // 2056
                place(row + 1);                                                 // 2056
                set(row, i, false);                                             // 2056
            }
        }
    }

    static void set(int row, int i, boolean queen) {
        column[i] = queen;                                                      // 4112
        up[row + i] = queen;                                                    // 4112
        down[row - i + 7] = queen;                                              // 4112
    }
}
