// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** Recursion with loops and small calls. */
public class Queens implements LongSupplier {

    private final int[] columnOf = new int[12];

    @Override
    public long getAsLong() {
        return place(0);
    }

    private long place(int row) {
        if (row == columnOf.length) {
            return 1;
        }
        long boards = 0;
        for (int column = 0; column < columnOf.length; column++) {
            if (free(row, column)) {
                columnOf[row] = column;
                boards += place(row + 1);
            }
        }
        return boards;
    }

    private boolean free(int row, int column) {
        for (int above = 0; above < row; above++) {
            int distance = columnOf[above] - column;
            if (distance == 0 || distance == row - above || distance == above - row) {
                return false;
            }
        }
        return true;
    }
}
