// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.List;

/** Works for a moment and then waits for good, as an idle server does. */
public class Idle {

    public static void main(String[] args) throws InterruptedException {
        List<Integer> squares = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            squares.add(square(i));
        }
        System.out.println("idle after " + squares.size());
        Thread.sleep(Long.MAX_VALUE);
    }

    static int square(int i) {
        return i * i;
    }
}
