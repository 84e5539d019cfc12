// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exception's card tells of fields, from the program to the end of the story. */
class CardFieldsIT {
  @TempDir Path folder;

  /** The story of a program of one class, Main. */
  private List<String> story(String source) throws Exception {
    Files.writeString(folder.resolve("Main.java"), source);
    Path file = folder.resolve("story.txt");
    new Afterglow(folder).run("--headless", "--story", file.toString(), "Main.java");
    return Files.readAllLines(file);
  }

  /** What the card has of the innermost call, behind its title. */
  private static String innermost(List<String> story) {
    int card = story.lastIndexOf("") + 2;
    int next = card;
    while (next < story.size() && story.get(next).startsWith("    ")) {
      next++;
    }
    return String.join("\n", story.subList(card, next)) + "\n";
  }

  @Test
  void a_field_that_nothing_ever_set_is_told() throws Exception {
    assertEquals(
        """
            return n / size + shared;
                   │   │      └ 0
                   │   └ 0
                   └ 4
        """,
        innermost(
            story(
                """
                import java.util.List;
                public class Main {
                  static int shared;
                  int size;
                  int per(int n) {
                    return n / size + shared;
                  }
                  public static void main(String[] args) {
                    List.of(new Main()).get(0).per(4);
                  }
                }
                """)));
  }

  @Test
  void fields_of_superclasses_and_circles_are_told_and_secrets_masked() throws Exception {
    assertEquals(
        """
            return owner.length() + password + self.size / size + next;
                   │                │          │    │      │      └ null
                   │                │          │    │      └ 0
                   │                │          │    └ 0
                   │                │          └ Main{owner="Ann", size=0, password=•••, self=Main, next=null}
                   │                └ •••
                   └ "Ann"
        """,
        innermost(
            story(
                """
                class Owned { String owner; Owned(String owner) { this.owner = owner; } }
                public class Main extends Owned {
                  int size;
                  String password = "hunter2";
                  Main self;
                  Main next;
                  Main(int size) { super("Ann"); this.size = size; self = this; }
                  String all() {
                    return owner.length() + password + self.size / size + next;
                  }
                  public static void main(String[] args) {
                    new Main(0).all();
                  }
                }
                """)));
  }

  @Test
  void records_and_enums_have_theirs() throws Exception {
    String record =
        """
        public class Main {
          record Pair(int a, int b) {
            Pair {
              if (a < 0) throw new IllegalArgumentException("a");
            }
            int ratio() {
              return a / b;
            }
          }
          enum Op {
            ZERO(0);
            final int by;
            Op(int by) { this.by = by; }
            int on(int x) {
              return x % by;
            }
          }
          public static void main(String[] args) {
            %s;
          }
        }
        """;
    assertEquals(
        "    return a / b;\n           │   └ 0\n           └ 4\n",
        innermost(story(record.replace("%s", "new Pair(4, 0).ratio()"))));
    assertEquals(
        "    return x % by;\n           │   └ 0\n           └ 3\n",
        innermost(story(record.replace("%s", "Op.ZERO.on(3)"))));
  }

  @Test
  void they_are_as_they_were_when_the_line_began() throws Exception {
    assertEquals(
        """
            return take() / size;
                            └ 1
        """,
        innermost(
            story(
                """
                public class Main {
                  int size = 1;
                  int take() {
                    return size--;
                  }
                  int share() {
                    return take() / size;
                  }
                  public static void main(String[] args) {
                    new Main().share();
                  }
                }
                """)));
  }

  @Test
  void a_constructor_on_one_line_tells_what_it_set() throws Exception {
    List<String> story =
        story(
            """
            public class Main {
              String name; int size; boolean open; char sign; String password;
              Main(String name, int size) { this.name = name; this.size = size; sign = '+'; }
              public static void main(String[] args) {
                new Main("a", 3);
                new Main(null, 0);
              }
            }
            """);
    String line =
        "    Main(String name, int size) { this.name = name; this.size = size; sign = '+'; }";
    assertTrue(
        story.contains(line + "   this.name = \"a\", this.size = 3, this.sign = '+'"),
        story::toString);
    assertTrue(story.contains(line + "   this.sign = '+'"), story::toString);
  }
}
