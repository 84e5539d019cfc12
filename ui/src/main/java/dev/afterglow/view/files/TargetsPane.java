// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.files;

import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.view.look.Parts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row for each JVM that is or was connected; there only if there are more than one. */
public final class TargetsPane extends VBox {
  private static final int SHOWN = 6;

  private record Row(int id, long pid, String command, String javaVersion, boolean connected) {
    static Row of(TargetPicture target) {
      return new Row(
          target.id(), target.pid(), target.command(), target.javaVersion(), target.connected());
    }
  }

  private final VBox rows = new VBox();
  private List<Row> shown = List.of();

  public TargetsPane() {
    setId("targets");
    getStyleClass().addAll("pane", "targets-pane");
    getChildren().addAll(Parts.heading("JVMS"), rows);
    Parts.show(this, false);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Draws the targets. */
  public void paint(List<TargetPicture> targets) {
    List<Row> now = targets.stream().map(Row::of).toList();
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    Parts.show(this, now.size() > 1);
    rows.getChildren().clear();
    // The newest are the ones that still run.
    for (Row row : now.subList(Math.max(0, now.size() - SHOWN), now.size())) {
      rows.getChildren().add(node(row));
    }
    if (now.size() > SHOWN) {
      rows.getChildren()
          .add(0, Parts.label("and " + (now.size() - SHOWN) + " before", "muted", "more-row"));
    }
  }

  private static HBox node(Row row) {
    Region dot = new Region();
    dot.getStyleClass().addAll("target-dot", row.connected() ? "connected" : "gone");
    String command = row.command().isBlank() ? "JVM" : row.command();
    String program = command.split(" ", 2)[0];
    Label name = Parts.label(program.substring(program.lastIndexOf('/') + 1), "row-name");
    Label pid = Parts.label(Long.toString(row.pid()), "row-number");
    pid.setMinWidth(USE_PREF_SIZE);
    HBox node = new HBox(dot, name, Parts.spacer(), pid);
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().addAll("row", "plain-row");
    String state = row.connected() ? "connected" : "ended";
    Tooltip.install(
        node,
        Parts.tip(
            command + "\nprocess " + row.pid() + ", Java " + row.javaVersion() + ", " + state));
    return node;
  }
}
