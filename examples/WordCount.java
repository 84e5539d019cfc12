// SPDX-License-Identifier: Apache-2.0
// Counts the words it reads; end the input with Ctrl-D, or the console's "end of input".
// Watch: while the program waits for you, the line that waits has been hit and nothing after it.
// Input: to be or not to be that is the question
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

public class WordCount {

    public static void main(String[] args) {
        Map<String, Integer> counts = new TreeMap<>();                                // 1
        Scanner input = new Scanner(System.in);                                       // 1
        while (input.hasNext()) {                                                     // 11 (10)
            String word = input.next();                                               // 10
            counts.merge(word, 1, Integer::sum);                                      // 10
        }
        counts.forEach((word, count) -> System.out.println(count + " " + word));      // 1 λ8
    }
}
