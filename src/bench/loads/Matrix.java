// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;

/** A matrix product: floating point in three nested loops. */
public class Matrix implements LongSupplier {

    static final int SIZE = 400;

    @Override
    public long getAsLong() {
        double[][] a = new double[SIZE][SIZE];
        double[][] b = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                a[i][j] = i + j;
                b[i][j] = i - j;
            }
        }
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (long) product(a, b)[SIZE / 2][i];
        }
        return sum;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                double factor = a[i][k];
                for (int j = 0; j < SIZE; j++) {
                    result[i][j] += factor * b[k][j];
                }
            }
        }
        return result;
    }
}
