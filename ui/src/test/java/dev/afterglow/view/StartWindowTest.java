// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The window without a program. */
@ExtendWith(SteadyRobot.Extension.class)
class StartWindowTest {
  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private Stage stage;

  @Start
  void start(Stage fresh) throws Exception {
    stage = fresh;
    Settings settings = Scenes.settings();
    settings.addRecent(List.of("/home/ada/Gone.java"));
    Opener opener =
        new Opener() {
          @Override
          public Opened open(List<String> arguments) throws IOException {
            asked.add(arguments);
            if (arguments.get(0).endsWith("Gone.java")) {
              throw new IOException("There is no file Gone.java: check the name and the folder.");
            }
            return new Opened(Scenes.fibonacci(), new FakeProgram("Fibonacci.java"));
          }

          @Override
          public void save(Shown shown, Path file) {
            throw new UnsupportedOperationException();
          }

          @Override
          public List<Path> examples() {
            return List.of(Path.of("/app/examples/Fibonacci.java"));
          }
        };
    new MainWindow(stage, new FakeSession(), null, opener, settings).show();
  }

  @Test
  void a_recent_program_that_is_gone_is_said_and_an_example_opens(FxRobot robot) throws Exception {
    robot.clickOn("Gone.java");
    Scenes.eventually(() -> robot.lookup("#sheet").tryQuery().isPresent());
    robot.clickOn("OK");
    robot.clickOn("Fibonacci");
    Scenes.eventually(() -> stage.getTitle().startsWith("Fibonacci.java"));
    assertEquals("/app/examples/Fibonacci.java", asked.get(1).get(0));
  }

  @Test
  void a_dropped_file_opens(FxRobot robot) throws Exception {
    File file = new File("/home/ada/Dropped.java");
    robot.interact(() -> fire(DragEvent.DRAG_OVER, file));
    robot.interact(() -> fire(DragEvent.DRAG_DROPPED, file));
    Scenes.eventually(() -> stage.getTitle().startsWith("Fibonacci.java"));
    assertEquals(List.of(List.of(file.getPath())), asked);
  }

  @Test
  void the_wheel_zooms_with_control_alone(FxRobot robot) {
    double usual = titleSize(robot);
    robot.interact(() -> wheel(40, false));
    assertEquals(usual, titleSize(robot));
    robot.interact(() -> wheel(40, true));
    double larger = titleSize(robot);
    assertTrue(larger > usual, larger + " after " + usual);
    robot.interact(() -> wheel(-40, true));
    assertEquals(usual, titleSize(robot));
  }

  private static double titleSize(FxRobot robot) {
    return robot.lookup(".start-title").queryAs(Label.class).getFont().getSize();
  }

  private void wheel(double delta, boolean control) {
    ScrollEvent event =
        new ScrollEvent(
            ScrollEvent.SCROLL,
            640,
            360,
            640,
            360,
            false,
            control,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null);
    Event.fireEvent(stage.getScene().getRoot(), event);
    stage.getScene().getRoot().applyCss();
  }

  /** A drag needs a system that drags; what it hands over is made here. */
  private void fire(EventType<DragEvent> type, File file) {
    TKClipboard files =
        (TKClipboard)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> {
                  boolean asksFiles = arguments != null && DataFormat.FILES.equals(arguments[0]);
                  return switch (method.getName()) {
                    case "hasContent" -> asksFiles;
                    case "getContent" -> asksFiles ? List.of(file) : null;
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    default -> null;
                  };
                });
    Dragboard board = DragboardHelper.createDragboard(files);
    Event.fireEvent(
        stage.getScene(),
        new DragEvent(
            null, stage.getScene(), type, board, 1, 1, 1, 1, TransferMode.COPY, null, null, null));
  }
}
