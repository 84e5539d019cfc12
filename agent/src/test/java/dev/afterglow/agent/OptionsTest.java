// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind {@code -javaagent}: read as written, and refused in a sentence. */
class OptionsTest {

  @Test
  void nothing_is_needed() {
    for (String nothing : new String[] {null, "", ","}) {
      Options options = Options.parse(nothing);
      assertEquals(0, options.port());
      assertEquals(Collections.emptyList(), options.include());
      assertFalse(options.detailed() || options.paused() || options.marked());
      assertTrue(options.values());
    }
  }

  @Test
  void lists_and_separators_inside_values() {
    Options options =
        Options.parse("record=a%2Cb%3D%25.rec,include=com.acme.**;org.*,own=x%3By,speed=2.5");
    assertEquals(new File("a,b=%.rec"), options.record());
    assertEquals(Arrays.asList("com.acme.**", "org.*"), options.include());
    assertEquals(Collections.singletonList("x;y"), options.own());
    assertEquals(2500, options.milliSpeed());
  }

  @Test
  void a_per_cent_sign_that_codes_nothing_is_one() {
    assertEquals(new File("100%"), Options.parse("record=100%").record());
    assertEquals(new File("%zz"), Options.parse("record=%zz").record());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port                | 'port' is not of the form key=value",
        "=1                  | '=1' is not of the form key=value",
        "port=7              | port and token go together",
        "token=t             | port and token go together",
        "port=0,token=t      | port must be a number from 1 to 65535, not '0'",
        "port=65536,token=t  | port must be a number from 1 to 65535, not '65536'",
        "port=x,token=t      | port must be a number from 1 to 65535, not 'x'",
        "detail=all          | detail must be steps or counts, not 'all'",
        "speed=-1            | speed must be a number, not '-1'",
        "speed=NaN           | speed must be a number, not 'NaN'",
      })
  void what_makes_no_sense_is_refused(String text, String sentence) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> Options.parse(text)).getMessage();
    assertEquals(sentence, said);
  }
}
