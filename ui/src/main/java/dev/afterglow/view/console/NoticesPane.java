// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.console;

import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.view.look.Parts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the user should know: classes left as they are, and why. There only if there is any. */
public final class NoticesPane extends VBox {
  private final ListView<NoticePicture> list = new ListView<>();
  private Consumer<Boolean> onPresence = present -> {};
  private List<NoticePicture> shown = List.of();

  public NoticesPane() {
    getStyleClass().addAll("pane", "notices-pane");
    list.setId("notices");
    list.setAccessibleText("Notices");
    list.setCellFactory(view -> new NoticeCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    Button close = Parts.tool(new Button(), Feather.X, "Close the notices");
    close.getStyleClass().add("small-tool");
    close.setOnAction(event -> onPresence.accept(false));
    getChildren().addAll(Parts.heading("NOTICES", close), list);
  }

  /** Called with whether there is something to show. */
  public void onPresence(Consumer<Boolean> listener) {
    onPresence = listener;
  }

  /** Draws the notices. */
  public void paint(List<NoticePicture> notices) {
    if (notices.equals(shown)) {
      return;
    }
    shown = notices;
    list.getItems().setAll(notices);
    onPresence.accept(!notices.isEmpty());
  }

  private static final class NoticeCell extends ListCell<NoticePicture> {
    private final Label subject = Parts.label("", "notice-subject");
    private final Label text = Parts.label("", "notice-text");
    private final VBox box = new VBox(subject, text);

    NoticeCell() {
      text.setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(NoticePicture notice, boolean none) {
      super.updateItem(notice, none);
      if (none || notice == null) {
        setGraphic(null);
        return;
      }
      subject.setText(notice.subject());
      subject.setManaged(!notice.subject().isEmpty());
      text.setText(notice.text());
      setGraphic(box);
    }
  }
}
