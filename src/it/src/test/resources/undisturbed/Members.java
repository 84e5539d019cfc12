// SPDX-License-Identifier: Apache-2.0
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What reflection sees of classes of all kinds, and of the JVM. */
public class Members {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {
    String value() default "x";
  }

  interface Default extends Serializable {
    Object CONSTANT = new Object();

    default int one() {
      return 1;
    }

    private int two() {
      return 2;
    }

    static int three() {
      return 3;
    }
  }

  @Mark("class")
  static class Serial implements Default, Comparable<Serial> {
    static final int SIZE = Integer.parseInt("4");
    protected int[] field = {1, 2};
    transient List<String> names = new ArrayList<>();

    @Mark
    Serial(@Mark("parameter") int n) {
      assert n > 0;
      field[0] = n;
    }

    @Override
    public int compareTo(Serial other) {
      Supplier<Integer> sum = () -> field[0] + SIZE;
      return sum.get() - other.field[0];
    }

    synchronized <T extends Exception> double sum(List<? super T> all) throws T {
      return all.size() / 2.0;
    }

    class Inner {
      int outer = field[1];
    }
  }

  enum Kind implements Serializable {
    SMALL,
    LARGE {
      @Override
      int size() {
        return 9;
      }
    };

    int size() {
      return 1;
    }
  }

  record Point(@Mark int x, int y) implements Serializable {
    Point {
      if (x < 0) {
        throw new IllegalArgumentException();
      }
    }
  }

  sealed interface Shape permits Round {}

  static final class Round implements Shape {}

  public static void main(String[] args) throws Exception {
    Object anonymous = new Object() {
          int n = 1;

          @Override
          public String toString() {
            return "anonymous " + n;
          }
        };
    new Serial(1).compareTo(new Serial(2));
    for (Class<?> each :
        List.of(
            Members.class,
            Default.class,
            Serial.class,
            Serial.Inner.class,
            Kind.class,
            Kind.LARGE.getClass(),
            Point.class,
            Shape.class,
            Round.class,
            Mark.class,
            anonymous.getClass())) {
      show(each);
    }
    System.out.println(new Point(1, 2) + " " + new Point(1, 2).hashCode() + " " + anonymous);
    System.out.println(new TreeSet<>(System.getProperties().stringPropertyNames()));
    System.out.println(System.getProperty("java.class.path").length());
    System.out.println(Thread.currentThread().getThreadGroup().activeCount());
    System.out.println(Thread.getDefaultUncaughtExceptionHandler());
    System.out.println(Thread.currentThread().getContextClassLoader() == Members.class.getClassLoader());
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (!each.isDaemon() && each.getThreadGroup() == Thread.currentThread().getThreadGroup()) {
        System.out.println(each.getName());
      }
    }
    System.out.println(ManagementFactory.getRuntimeMXBean().getClassPath().length());
    System.out.println(Members.class.getResourceAsStream("Members.class").readAllBytes().length);
  }

  private static void show(Class<?> type) {
    List<String> lines = new ArrayList<>();
    for (Field each : type.getDeclaredFields()) {
      lines.add(each.toGenericString() + " " + each.isSynthetic() + Arrays.toString(each.getAnnotations()));
    }
    for (Method each : type.getDeclaredMethods()) {
      lines.add(text(each) + " " + each.isBridge() + each.isDefault());
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      lines.add(text(each));
    }
    lines.sort(null);
    System.out.println(type.toGenericString() + " " + Modifier.toString(type.getModifiers()));
    System.out.println(type.isSynthetic() + " " + type.getNestHost() + Arrays.toString(type.getNestMembers()));
    System.out.println(Arrays.toString(type.getGenericInterfaces()) + type.getGenericSuperclass());
    System.out.println(Arrays.toString(type.getAnnotations()) + Arrays.toString(type.getRecordComponents()));
    System.out.println(Arrays.toString(type.getPermittedSubclasses()) + type.getEnclosingMethod());
    ObjectStreamClass serial = ObjectStreamClass.lookup(type);
    System.out.println(serial == null ? "" : serial.getSerialVersionUID());
    lines.forEach(System.out::println);
  }

  private static String text(Executable each) {
    return each.toGenericString()
        + each.isSynthetic()
        + Arrays.toString(each.getParameters())
        + Arrays.toString(each.getAnnotations())
        + Arrays.deepToString(each.getParameterAnnotations());
  }
}
