// SPDX-License-Identifier: Apache-2.0
// A stream asks for one item at a time, and only until it has its answer.
// Watch: a lambda is counted apart (λ): two of four names are tested, one is changed.
import java.util.List;

public class LazyStream {

    public static void main(String[] args) {
        List<String> names = List.of("Ada", "Grace", "Edsger", "Barbara");      // 1
        String first = names.stream()                                           // 1
                .filter(name -> name.length() > 3)                              // 1 λ2
                .map(name -> name.toUpperCase())                                // 1 λ1
                .findFirst()                                                    // 1
                .orElse("nobody");                                              // 1
        System.out.println(first);                                              // 1
        names.forEach(name -> System.out.println(name.length()));               // 1 λ4
    }
}
