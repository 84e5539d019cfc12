// SPDX-License-Identifier: Apache-2.0
import java.util.function.LongSupplier;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** commons-math3: a matrix product, an LU decomposition with its solver, Fourier transforms. */
public class Numeric implements LongSupplier {

    private static final int SIZE = 300;

    @Override
    public long getAsLong() {
        String part = System.getProperty("part", "product lu fft");
        double sum = 0;
        if (part.contains("product")) {
            sum += product();
        }
        if (part.contains("lu")) {
            sum += lu();
        }
        if (part.contains("fft")) {
            sum += fft();
        }
        return (long) sum;
    }

    private static double product() {
        RealMatrix a = new BlockRealMatrix(numbers(SIZE));
        RealMatrix b = MatrixUtils.createRealMatrix(numbers(SIZE));
        return a.multiply(a).add(b.multiply(b)).getTrace();
    }

    private static double lu() {
        double[][] numbers = numbers(SIZE);
        for (int i = 0; i < SIZE; i++) {
            numbers[i][i] += SIZE;
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(numbers);
        return new LUDecomposition(matrix).getSolver().getInverse().getTrace();
    }

    private static double fft() {
        FastFourierTransformer transformer = new FastFourierTransformer(DftNormalization.STANDARD);
        double[] signal = new double[1 << 16];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = i % 17;
        }
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            Complex[] spectrum = transformer.transform(signal, TransformType.FORWARD);
            sum += transformer.transform(spectrum, TransformType.INVERSE)[i].getReal();
        }
        return sum;
    }

    private static double[][] numbers(int size) {
        double[][] numbers = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                numbers[i][j] = (i * 31 + j * 17) % 101;
            }
        }
        return numbers;
    }
}
