// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
  /** What stands out is between stars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1, 5, 4] | | [1, 5, 4]",
        "[1, *5*, 4] | | [1, *5*, 4]",
        "[1, *5*, 4] | a[0]=1 a[1]=5 | [*1*, *5*, 4]",
        "[1, *5*, 4] | a[1]=5 a[0]=1 | [*1*, *5*, 4]",
        "[1, *5*, 4, 0, 0, 0, 0, 0] | | [1] = *5*",
        "[1, *5*, 4, 0, 0, 0, 0, 0] | a[0]=1 a[1]=5 | [0] = *1*, [1] = *5*",
        "[1, *5*, 4, … 9 more] | a[7]=1 a[1]=5 | [7] = *1*, [1] = *5*",
        "[1, *5*, 4, 0, 0, 0, 0, 0] | a[0]=1 a[1]=5 a[3]=12345 | [0] = *1*, [1] = *5*, …",
        "[1, *5*, 4, 0, 0, 0, 0, 0] | a[0]=123456789012345 a[1]=5 | [0] = *12345678901…*, …"
      })
  void what_changed_stands_out(String text, String elements, String expected) {
    int from = Math.max(0, text.indexOf('*'));
    int to = Math.max(0, text.lastIndexOf('*') - 1);
    List<Value> changed = new ArrayList<>();
    if (elements != null) {
      for (String each : elements.split(" ")) {
        changed.add(new Value(each.substring(0, each.indexOf('=')), each.split("=")[1]));
      }
    }
    Value whole = new Value("a", text.replace("*", ""), from, to);
    assertEquals(
        expected,
        CellText.of(whole, changed, 21).stream()
            .map(each -> each.changed() ? "*" + each.text() + "*" : each.text())
            .collect(Collectors.joining()));
  }
}
