// SPDX-License-Identifier: Apache-2.0
// Anonymous, inner, local and nested classes, bridges and accessors.

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

class Classes {
  static int n;
  private int secret = 4; // 2

  static class Word implements Comparable<Word> {
    final String text;

    Word(String text) {
      this.text = text; // 3
    }

    @Override
    public int compareTo(Word other) {
      return text.compareTo(other.text); // 4
    }

    @Override
    public String toString() {
      return "<" + text + ">"; // 2
    }
  }

  static class Range implements Iterable<Integer> {
    final int end;

    Range(int end) {
      this.end = end; // 1
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<Integer>() { // 1
        int next; // -

        @Override
        public boolean hasNext() {
          return next < end; // 4
        }

        @Override
        public Integer next() {
          return next++; // 3
        }
      };
    }
  }

  class Inner {
    int peek() {
      return secret; // 1
    }

    void poke() {
      secret++; // 1
    }
  }

  static <T extends Comparable<T>> T largest(List<T> items) {
    T best = items.get(0); // 1
    for (T item : items) { // 4 (3)
      if (item.compareTo(best) > 0) { // 3
        best = item; // 1
      }
    }
    return best; // 1
  }

  static void anonymous() {
    Runnable r = new Runnable() { // 1
          int runs = 5; // 1

          @Override
          public void run() {
            n += runs; // 2
          }
        };
    r.run(); // 1
    r.run(); // 1
    Runnable s = new Runnable() { public void run() { n++; } }; // 1 λ2
    s.run(); // 1
    s.run(); // 1
  }

  static void local(int start) {
    class Counter {
      int at = start; // 2

      int next() {
        return ++at; // 3
      }
    }
    Counter a = new Counter(); // 1
    Counter b = new Counter(); // 1
    n += a.next() + a.next() + b.next(); // 1
  }

  static int one() { return 1; } static int two() { return 2; } // 2 λ1

  public static void main(String[] args) {
    Classes outer = new Classes(); // 1
    Inner inner = outer.new Inner(); // 1
    n += inner.peek(); // 1
    inner.poke(); // 1
    new Classes().secret++; // 1
    for (int i : new Range(3)) { // 4 (3)
      n += i; // 3
    }
    List<Word> words = new ArrayList<>(); // 1
    words.add(new Word("b")); // 1
    words.add(new Word("c")); // 1
    words.add(new Word("a")); // 1
    largest(words); // 1
    Comparator<Word> order = Comparator.naturalOrder(); // 1
    order.compare(words.get(0), words.get(1)); // 1
    String s = "x" + words.get(0) + words.get(1); // 1
    n += s.length(); // 1
    anonymous(); // 1
    local(3); // 1
    one(); // 1
    one(); // 1
    two(); // 1
  }
}
