// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.CallTree;
import dev.afterglow.session.story.NoSteps;
import dev.afterglow.session.story.Recursions;
import dev.afterglow.session.story.Recursions.Group;
import dev.afterglow.session.story.TreeDrawing;
import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.source.SourceText;
import dev.afterglow.view.look.Lane;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The tree of calls of a method that calls itself; it grows while the program runs. */
public final class TreePane extends VBox {
  /** Trees drawn a second at most while a program runs at full speed. */
  private static final long PAUSE_NANOS = 50_000_000L;

  /** The models of one log and group; read and drawn in the lane only. */
  private static final class Models {
    final Recursions recursions;
    Group group;
    CallTree tree;
    TreeDrawing drawing;
    volatile TreePicture picture = TreePicture.EMPTY;

    Models(StepLog log) {
      recursions = new Recursions(log);
    }
  }

  private final Lane lane;
  private final TreeCanvas canvas;
  private final ComboBox<String> methods = new ComboBox<>();
  private final Label which = Parts.label("", "tree-which");
  private final Button before = Parts.small(Feather.CHEVRON_LEFT, "The outermost call before");
  private final Button after = Parts.small(Feather.CHEVRON_RIGHT, "The next outermost call");
  private final ToggleButton remember =
      Parts.tool(
          new ToggleButton("What if remembered"),
          Feather.BOOKMARK,
          "Fades the calls that a memory of earlier answers would save");
  private final Label words = Parts.label("", "tree-words");
  private final Label numbers = Parts.label("", "muted", "tree-numbers");
  private final Label empty = Parts.label("", "placeholder", "steps-empty");
  private final HBox tools = new HBox();
  private final HBox remembering;
  private final TreeLegend legend;
  private IntConsumer onSelect = step -> {};
  private StepLog log = new StepLog();
  private Function<FileKey, Optional<SourceText>> sources = key -> Optional.empty();
  private Models models = new Models(log);
  private List<Group> offered = List.of();
  private Group wanted;
  private String noSteps = NoSteps.NOT_BEGUN;
  private int readSize;
  private long readAt;
  private boolean filling;

  /** Whether the program runs slowly enough that the tree of what runs is the one to show. */
  private boolean slow;

  /** The same as of when the tree was last read. */
  private boolean readSlow;

  private boolean ended;

  /**
   * Makes an empty pane.
   *
   * @param look theme and size
   * @param background where the tree is read and laid out
   */
  public TreePane(Look look, Executor background) {
    lane = new Lane(background);
    canvas = new TreeCanvas(look);
    getStyleClass().addAll("steps-pane", "tree-pane");
    methods.setId("tree-methods");
    methods.setMinWidth(0);
    which.setId("tree-which");
    before.setId("tree-before");
    after.setId("tree-after");
    remember.setId("tree-remember");
    remember.getStyleClass().add("small-text");
    remember.setMinWidth(USE_PREF_SIZE);
    words.setId("tree-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    numbers.setId("tree-numbers");
    numbers.setWrapText(true);
    numbers.setMinHeight(USE_PREF_SIZE);
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    Button fit = Parts.small(Feather.MAXIMIZE, "Show all of the tree");
    fit.setId("tree-fit");
    fit.setOnAction(event -> canvas.fit());
    Button fold = Parts.small(Feather.MINIMIZE_2, "Fold what was unfolded, follow the program");
    fold.setId("tree-fold");
    fold.setOnAction(event -> foldAll());
    tools.getChildren().addAll(methods, before, which, after, Parts.spacer(), fit, fold);
    tools.getStyleClass().addAll("steps-tools", "steps-tool-row");
    StackPane middle = new StackPane(canvas, empty);
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    legend = new TreeLegend(look);
    remembering = new HBox(numbers, Parts.spacer(), remember);
    remembering.setAlignment(Pos.CENTER_LEFT);
    showTools(false);
    VBox foot = new VBox(words, remembering, legend);
    foot.getStyleClass().add("tree-foot");
    getChildren().addAll(tools, middle, foot);
    connect();
  }

  private void connect() {
    remember.setOnAction(event -> draw());
    before.setOnAction(event -> root(-1));
    after.setOnAction(event -> root(1));
    methods.setOnAction(
        event -> {
          int at = methods.getSelectionModel().getSelectedIndex();
          if (!filling && at >= 0 && at < offered.size()) {
            wanted = offered.get(at);
            change(() -> {});
          }
        });
    canvas.onChoose(
        node -> {
          draw();
          onSelect.accept(node.call());
        });
    canvas.onFold(this::fold);
  }

  /** Called with the CALL step of a node that the user chose. */
  public void onSelect(IntConsumer listener) {
    onSelect = listener;
  }

  /**
   * Draws another log from now on.
   *
   * @param next the log
   * @param of the sources of its files
   */
  public void show(StepLog next, Function<FileKey, Optional<SourceText>> of) {
    log = next;
    sources = of;
    models = new Models(next);
    offered = List.of();
    wanted = null;
    readSize = 0;
    canvas.select(-1);
    canvas.follow();
    draw();
  }

  /** Says why there are no steps, and how to have some, for as long as there are none. */
  public void noSteps(String why) {
    noSteps = why;
  }

  /** Moves the keyboard focus into the tree. */
  public void focusTree() {
    canvas.requestFocus();
  }

  /**
   * Draws what came since.
   *
   * @param run how the program runs
   * @param over whether it has ended
   * @return whether there is more to draw soon
   */
  public boolean paint(RunPicture run, boolean over) {
    ended = over;
    canvas.ended(over);
    slow = run.slow() && !over;
    boolean news = log.size() > readSize || slow != readSlow;
    if (news && !lane.busy() && System.nanoTime() - readAt > PAUSE_NANOS) {
      change(() -> {});
    }
    String text = emptyWords();
    if (!text.equals(empty.getText())) {
      empty.setText(text);
    }
    return news || lane.busy();
  }

  private void showTools(boolean show) {
    tools.setVisible(show);
    remembering.setVisible(show);
    legend.setVisible(show);
  }

  private String emptyWords() {
    if (!canvas.picture().isEmpty()) {
      return "";
    }
    if (log.size() > 0) {
      return readSize == 0 ? "" : "No method has called itself so far.";
    }
    return noSteps;
  }

  /** Chooses the call a step belongs to, if it is in a tree; tells nobody. */
  public void select(int step) {
    int call = log.call(step);
    if (call == StepLog.NONE) {
      return;
    }
    canvas.select(call);
    Models of = models;
    change(
        () -> {
          if (of.group != null && of.group.methods().contains(log.methodNumber(call))) {
            of.tree.chooseRootOf(call);
            of.drawing.reveal(call);
          }
        });
  }

  /** Reads on, changes something and draws, in the lane. */
  private void change(Runnable what) {
    Models of = models;
    Group group = wanted;
    boolean follow = slow;
    readSlow = slow;
    int size = log.size();
    readAt = System.nanoTime();
    lane.add(
        () -> {
          of.recursions.update();
          regroup(of, group, follow);
          if (of.tree != null) {
            of.tree.followClosely(follow);
            of.tree.update();
            what.run();
            of.picture = of.drawing.draw();
          }
        },
        () -> {
          if (of == models) {
            readSize = size;
            draw();
          }
        });
  }

  /** Groups grow as more calls are seen; the tree of a group that grew is read anew. */
  private void regroup(Models of, Group group, boolean follow) {
    List<Group> all = of.recursions.groups();
    Group next = all.isEmpty() ? null : all.get(0);
    Group running = follow && group == null ? of.recursions.running() : null;
    Group keep = group != null ? group : running != null ? running : of.group;
    for (Group each : all) {
      if (keep != null && each.methods().contains(keep.methods().get(0))) {
        next = each;
      }
    }
    if (group == null && !follow && of.group != null && !all.isEmpty()) {
      // By itself it changes only to one that clearly matters more.
      next = all.get(0).recursive() > 2 * next.recursive() ? all.get(0) : next;
    }
    if (next != null && !next.same(of.group)) {
      of.tree = new CallTree(log, next.methods(), sources);
      of.drawing = new TreeDrawing(of.tree);
    }
    of.group = next;
  }

  private void root(int by) {
    Models of = models;
    canvas.follow();
    change(() -> of.tree.chooseRoot(of.tree.rootPlace() + by));
  }

  private void fold(Node node) {
    Models of = models;
    change(
        () -> {
          if (node.isCall() && node.open()) {
            of.drawing.close(node.call());
          } else {
            of.drawing.open(node.call());
          }
        });
  }

  private void foldAll() {
    Models of = models;
    boolean runs = !ended;
    canvas.follow();
    change(
        () -> {
          of.drawing.forget();
          if (runs) {
            of.tree.followAgain();
          }
        });
  }

  private void draw() {
    TreePicture picture = models.picture;
    canvas.paint(picture, remember.isSelected());
    choices();
    boolean any = !picture.isEmpty();
    which.setText(whichCall(picture));
    before.setVisible(picture.roots() > 1);
    after.setVisible(picture.roots() > 1);
    before.setDisable(picture.root() <= 0);
    after.setDisable(picture.root() >= picture.roots() - 1);
    showTools(any);
    words.setText(any ? TreeWords.of(picture, canvas.selected(), remember.isSelected()) : "");
    numbers.setText(any ? TreeWords.numbers(picture) : "");
  }

  /** Which of the outermost calls it is, and in which thread. */
  private String whichCall(TreePicture picture) {
    String place =
        picture.roots() > 1
            ? Numbers.exact(picture.root() + 1) + " of " + Numbers.exact(picture.roots())
            : "";
    if (picture.isEmpty() || log.threadCount() < 2) {
      return place;
    }
    String thread = log.threadName(log.threadNumber(picture.nodes().get(0).call()));
    return place.isEmpty() ? thread : place + ", " + thread;
  }

  private void choices() {
    List<Group> now = models.recursions.groups();
    Group shown = models.group;
    boolean same = now.size() == offered.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i).same(offered.get(i));
    }
    filling = true;
    if (!same) {
      offered = now;
      methods.getItems().setAll(now.stream().map(Group::name).toList());
    }
    for (int i = 0; i < offered.size(); i++) {
      if (offered.get(i).same(shown)) {
        methods.getSelectionModel().select(i);
      }
    }
    Parts.show(methods, offered.size() > 1);
    filling = false;
  }

  /** What is drawn, for tests. */
  TreeCanvas canvas() {
    return canvas;
  }
}
