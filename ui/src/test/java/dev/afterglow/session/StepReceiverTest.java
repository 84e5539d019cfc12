// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.StepLog.Value;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.LineInfo;
import dev.afterglow.wire.StepMethodInfo;
import dev.afterglow.wire.Steps;
import dev.afterglow.wire.TargetInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepReceiverTest {
  private static final int CALL = 1;
  private static final int LINE = 2;
  private static final int THROW = 4;
  private static final int CATCH = 5;
  private static final int VALUES = 6;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private StepReceiverTest put(int... all) {
    for (int each : all) {
      bytes.write(each);
    }
    return this;
  }

  private StepReceiverTest text(String text) {
    put(text.length()).bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private StepLog read() {
    Session session = new Session(new SourceFinder(), System::nanoTime);
    int target = session.connected(new TargetInfo(1, 0, "17", "Main", ""));
    LineInfo line = new LineInfo(3, LineInfo.HITS, 0, new int[] {0});
    session.accept(
        target, new ClassInfo(0, "Main", "app", "Main.java", 1, List.of(line), List.of(), ""));
    session.accept(target, new StepMethodInfo(0, 0, "run", "()V", 3, List.of("this", "n")));
    session.accept(target, new Steps(bytes.toByteArray(), false));
    return session.steps();
  }

  @Test
  void values_behind_an_exception_are_fields_of_its_call_or_what_its_callers_line_changed() {
    put(0, 1).put(CALL, 0, 0, 0).put(LINE, 0, 0, 3).put(CALL, 1, 0, 0).put(LINE, 1, 0, 3);
    put(THROW, 1, 0, 3).text("Bad").text("no");
    put(VALUES, 1, 0, 1, 0).text("this.size").text("0").put(0, 0);
    put(VALUES, 0, 0, 1, 2).text("7").put(0, 0);
    put(CATCH, 0, 0, 3).text("Bad").text("no");
    put(VALUES, 0, 0, 1, 0).text("this.size").text("1").put(0, 0);
    StepLog log = read();
    Value bad = new Value("exception", "Bad");
    Value no = new Value("message", "no");
    assertEquals(List.of(bad, no, new Value("this.size", "0")), log.values(4));
    assertEquals(List.of(new Value("n", "7")), log.values(1));
    assertEquals(List.of(bad, no, new Value("this.size", "1")), log.values(5));
  }
}
