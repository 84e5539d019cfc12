// SPDX-License-Identifier: Apache-2.0
// An exception on its way: it leaves one call after the other, until one catches it or the program ends.
// Watch: the card says what each variable was; the line that throws names its cause, which is told too.
// Exit code: 1
import java.util.List;

public class Average {

    public static void main(String[] args) {
        System.out.println(average(List.of("4", "8")));                   // 1
        System.out.println(average(List.of("3", "five")));                // 1
        System.out.println("never printed");                              // 0
    }

    static int average(List<String> words) {
        int sum = 0;                                                      // 2
        for (String word : words) {                                       // 5 (4)
            sum += number(word);                                          // 4
        }
        return sum / words.size();                                        // 1
    }

    static int number(String word) {
        try {
            return Integer.parseInt(word);                                // 4
        } catch (NumberFormatException e) {                               // 1
            throw new RuntimeException(word + "?", e);                    // 1
        }
    }
}
