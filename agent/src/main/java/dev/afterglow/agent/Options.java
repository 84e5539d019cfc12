// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What stands behind {@code -javaagent:afterglow-agent.jar=}: {@code key=value} pairs with commas
 * between them, lists with semicolons. A comma, semicolon, equals or per cent sign inside a value
 * is written as {@code %2C}, {@code %3B}, {@code %3D}, {@code %25}.
 */
final class Options {
  private int port;
  private File token;
  private File record;
  private List<String> include = Collections.emptyList();
  private List<String> exclude = Collections.emptyList();
  private List<String> own = Collections.emptyList();
  private List<String> sources = Collections.emptyList();
  private boolean marked;
  private boolean detailed;
  private boolean paused;
  private long milliSpeed;
  private long steps = 2_000_000;
  private boolean values = true;
  private boolean callsToString;
  private boolean secrets;

  private Options() {}

  /**
   * Reads the options.
   *
   * @param text what the JVM hands over, may be null
   * @throws IllegalArgumentException with a sentence for the user if something is wrong
   */
  static Options parse(String text) {
    Options options = new Options();
    for (String pair : split(text == null ? "" : text, ',')) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("'" + pair + "' is not of the form key=value");
      }
      options.set(pair.substring(0, equals), pair.substring(equals + 1));
    }
    if ((options.port != 0) != (options.token != null)) {
      throw new IllegalArgumentException("port and token go together");
    }
    return options;
  }

  private void set(String key, String value) {
    if (key.equals("port")) {
      port = portNumber(value);
    } else if (key.equals("token")) {
      token = new File(decode(value));
    } else if (key.equals("record")) {
      record = new File(decode(value));
    } else if (key.equals("include")) {
      include = list(value);
    } else if (key.equals("exclude")) {
      exclude = list(value);
    } else if (key.equals("own")) {
      own = list(value);
    } else if (key.equals("sources")) {
      sources = list(value);
    } else if (key.equals("marked")) {
      marked = value.equals("true");
    } else if (!setPace(key, value)) {
      throw new IllegalArgumentException(
          "there is no option '"
              + key
              + "'; there are port, token, record, include, exclude, own, sources, marked,"
              + " detail, paused, speed, steps, values, toString and secrets");
    }
  }

  private boolean setPace(String key, String value) {
    if (key.equals("detail")) {
      detailed = choice(key, value, "steps", "counts");
    } else if (key.equals("paused")) {
      paused = choice(key, value, "true", "false");
    } else if (key.equals("speed")) {
      milliSpeed = value.equals("max") ? 0 : Math.round(number(key, value, 1e6) * 1000);
    } else if (key.equals("steps")) {
      steps = (long) number(key, value, 1e12);
    } else if (key.equals("values")) {
      values = choice(key, value, "on", "off");
    } else if (key.equals("toString")) {
      callsToString = choice(key, value, "true", "false");
    } else if (key.equals("secrets")) {
      secrets = choice(key, value, "shown", "masked");
    } else {
      return false;
    }
    return true;
  }

  private static boolean choice(String key, String value, String yes, String no) {
    if (!value.equals(yes) && !value.equals(no)) {
      throw new IllegalArgumentException(
          key + " must be " + yes + " or " + no + ", not '" + value + "'");
    }
    return value.equals(yes);
  }

  private static double number(String key, String value, double most) {
    double number = -1;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      number = -1;
    }
    if (!(number >= 0 && number <= most)) {
      throw new IllegalArgumentException(key + " must be a number, not '" + value + "'");
    }
    return number;
  }

  private static int portNumber(String value) {
    int port = 0;
    try {
      port = Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      port = -1;
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "port must be a number from 1 to 65535, not '" + value + "'");
    }
    return port;
  }

  private static List<String> list(String value) {
    List<String> values = new ArrayList<String>();
    for (String part : split(value, ';')) {
      values.add(decode(part));
    }
    return values;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<String>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(separator, start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        parts.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return parts;
  }

  private static String decode(String value) {
    StringBuilder decoded = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%'
          && i + 2 < value.length()
          && Character.digit(value.charAt(i + 1), 16) >= 0
          && Character.digit(value.charAt(i + 2), 16) >= 0) {
        c = (char) Integer.parseInt(value.substring(i + 1, i + 3), 16);
        i += 2;
      }
      decoded.append(c);
    }
    return decoded.toString();
  }

  /** The port that the window listens on, 0 for none. */
  int port() {
    return port;
  }

  /** The file with the token, or null. */
  File token() {
    return token;
  }

  /** Where to record to, or null. */
  File record() {
    return record;
  }

  /** Patterns of classes to weave; empty for the program's own. */
  List<String> include() {
    return include;
  }

  /** Patterns of classes to leave as they are. */
  List<String> exclude() {
    return exclude;
  }

  /** Jars and folders that hold the program's own classes; empty to find out. */
  List<String> own() {
    return own;
  }

  /** Folders to look for sources in, for {@link #marked}. */
  List<String> sources() {
    return sources;
  }

  /** Whether to weave only classes whose source has the comment {@code // afterglow}. */
  boolean marked() {
    return marked;
  }

  /** Whether to report steps from the start. */
  boolean detailed() {
    return detailed;
  }

  /** Whether the program stands before its first line until a window lets it go on. */
  boolean paused() {
    return paused;
  }

  /** Thousandths of a line a second, 0 for full speed. */
  long milliSpeed() {
    return milliSpeed;
  }

  /** How many steps are recorded at most. */
  long steps() {
    return steps;
  }

  /** Whether steps carry values. */
  boolean values() {
    return values;
  }

  /** Whether values may be asked for their {@code toString}. */
  boolean callsToString() {
    return callsToString;
  }

  /** Whether values are shown whose names read like those of secrets. */
  boolean secrets() {
    return secrets;
  }
}
