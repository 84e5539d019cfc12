// SPDX-License-Identifier: Apache-2.0
import java.lang.invoke.MethodHandles;

/** In which order classes and interfaces are initialised, and which are not. */
public class InitOrder {
  static int say(String text) {
    System.out.println(text);
    return text.length();
  }

  interface Plain {
    int N = say("Plain");
  }

  interface WithDefault {
    int N = say("WithDefault");

    default void nothing() {}
  }

  interface Below extends Plain, WithDefault {
    int M = say("Below");
  }

  interface Lonely {
    int N = say("Lonely");

    static int get() {
      return 4;
    }
  }

  static class Super implements Below {
    static final String CONSTANT = "constant";
    static int late = say("Super");
    int field = say("Super's field");

    Super() {
      say("Super()");
      hook();
    }

    void hook() {
      say("Super.hook");
    }
  }

  static class Sub extends Super {
    static int more = say("Sub");
    int seen = say("Sub's field");

    {
      say("Sub's block");
    }

    Sub() {
      this(2);
      say("Sub()");
    }

    Sub(int n) {
      super();
      say("Sub(int)");
    }

    @Override
    void hook() {
      say("Sub.hook " + seen);
    }
  }

  static class OnlyArray {
    static int n = say("OnlyArray");
  }

  static class ByName {
    static int n = say("ByName");
  }

  static class ByHandle {
    static int n = say("ByHandle");
  }

  static class First {
    static int n = say("First " + Second.n);
  }

  static class Second {
    static int n = say("Second " + First.n);
  }

  enum Kind {
    A,
    B;

    static final int N = say("Kind");

    Kind() {
      say("Kind()");
    }
  }

  static class Lambda {
    static final Runnable R = () -> say("run " + Lambda.n);
    static int n = say("Lambda");
  }

  public static void main(String[] args) throws Exception {
    say(Super.CONSTANT);
    OnlyArray[] none = new OnlyArray[2];
    say("array " + none.getClass().getName());
    Class<?> byName = Class.forName("InitOrder$ByName", false, InitOrder.class.getClassLoader());
    say("loaded");
    Class.forName(byName.getName());
    say("Sub.late " + Sub.late);
    new Sub();
    say("Lonely.get " + Lonely.get());
    say("Second.n " + Second.n);
    say("Kind " + Kind.valueOf("B"));
    Lambda.R.run();
    MethodHandles.lookup().findStaticVarHandle(ByHandle.class, "n", int.class);
    say("found");
    MethodHandles.lookup().ensureInitialized(ByHandle.class);
  }
}
