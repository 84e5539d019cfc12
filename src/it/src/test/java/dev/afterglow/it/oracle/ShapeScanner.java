// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.afterglow.it.oracle.SourceShape.Shape;
import dev.afterglow.it.oracle.SourceShape.Span;
import java.io.IOException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Fills a {@link SourceShape}. The parameter is the lambda that a tree stands in. */
final class ShapeScanner extends TreeScanner<Void, Integer> {
  /** Statements without nested ones. */
  private static final Set<Tree.Kind> SIMPLE =
      EnumSet.of(
          Tree.Kind.EXPRESSION_STATEMENT,
          Tree.Kind.RETURN,
          Tree.Kind.THROW,
          Tree.Kind.YIELD,
          Tree.Kind.ASSERT,
          Tree.Kind.BREAK,
          Tree.Kind.CONTINUE);

  private final SourceShape shape;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String source;

  ShapeScanner(SourceShape shape, CompilationUnitTree unit, Trees trees) throws IOException {
    this.shape = shape;
    this.source = unit.getSourceFile().getCharContent(true).toString();
    this.unit = unit;
    this.positions = trees.getSourcePositions();
  }

  private int first(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  private int last(Tree tree) {
    long end = positions.getEndPosition(unit, tree);
    return end <= 0 ? first(tree) : (int) unit.getLineMap().getLineNumber(end - 1);
  }

  private void statement(int first, int last, int owner) {
    shape.statements.add(new Span(first, last, owner));
    shape.written.set(first, last + 1);
  }

  private void whole(Tree tree, Integer owner) {
    statement(first(tree), last(tree), owner);
  }

  @Override
  public Void scan(Tree tree, Integer owner) {
    // A label with a pattern is code, which sets the variables; JDK 17 does not know its kind.
    boolean pattern = tree != null && tree.getKind().name().equals("PATTERN_CASE_LABEL");
    if (pattern) {
      shape.patterns.add(new Span(first(tree), last(tree), owner));
    }
    if (pattern || (tree != null && SIMPLE.contains(tree.getKind()))) {
      whole(tree, owner);
    }
    return super.scan(tree, owner);
  }

  @Override
  public Void visitClass(ClassTree tree, Integer owner) {
    boolean bare = true;
    for (Tree member : tree.getMembers()) {
      boolean constructor = member instanceof MethodTree m && m.getName().contentEquals("<init>");
      // What is static is no part of a constructor, an enum's constants among it.
      boolean field =
          member instanceof VariableTree v
              && v.getInitializer() != null
              && !v.getModifiers().getFlags().contains(Modifier.STATIC);
      boolean block = member instanceof BlockTree b && !b.isStatic();
      bare &= !constructor && !((field || block) && onHead(member, tree));
    }
    if (bare) {
      shape.bareHeads.add(tree.getSimpleName().toString());
    }
    for (Tree member : tree.getMembers()) {
      scan(member, owner);
    }
    return null;
  }

  private boolean onHead(Tree member, ClassTree tree) {
    return first(member) == first(tree);
  }

  @Override
  public Void visitMethod(MethodTree tree, Integer owner) {
    return scan(tree.getBody(), SourceShape.NO_LAMBDA);
  }

  @Override
  public Void visitVariable(VariableTree tree, Integer owner) {
    if (tree.getInitializer() != null) {
      whole(tree, owner);
      scan(tree.getInitializer(), owner);
    }
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Integer owner) {
    scan(tree.getArguments(), owner);
    return tree.getClassBody() == null ? null : scan(tree.getClassBody(), SourceShape.NO_LAMBDA);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Integer owner) {
    int index = shape.lambdas.size();
    shape.lambdas.add(new Span(first(tree.getBody()), last(tree.getBody()), owner));
    if (tree.getBody() instanceof ExpressionTree) {
      whole(tree.getBody(), index);
      shape.returns.set(first(tree.getBody()), last(tree.getBody()) + 1);
    }
    return scan(tree.getBody(), index);
  }

  @Override
  public Void visitBreak(BreakTree tree, Integer owner) {
    shape.jumps.set(first(tree), last(tree) + 1);
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Integer owner) {
    shape.jumps.set(first(tree), last(tree) + 1);
    return null;
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Integer owner) {
    int value = first(tree.getFalseExpression());
    if (first(tree.getTrueExpression()) == value && last(tree.getCondition()) < value) {
      shape.choices.set(value);
    }
    return super.visitConditionalExpression(tree, owner);
  }

  @Override
  public Void visitReturn(ReturnTree tree, Integer owner) {
    shape.returns.set(first(tree), last(tree) + 1);
    return super.visitReturn(tree, owner);
  }

  /** Inside a block that stands in a statement only the block's own statements are written. */
  @Override
  public Void visitBlock(BlockTree tree, Integer owner) {
    if (last(tree) > first(tree)) {
      shape.written.clear(first(tree) + 1, last(tree));
    }
    for (int i = 1; i < tree.getStatements().size(); i++) {
      follows(tree.getStatements().get(i - 1), tree.getStatements().get(i));
    }
    return super.visitBlock(tree, owner);
  }

  private void follows(Tree before, Tree next) {
    if (next != null && last(before) == first(next)) {
      shape.goingOn.set(last(before));
    }
  }

  @Override
  public Void visitIf(IfTree tree, Integer owner) {
    if (tree.getCondition().toString().equals("(false)")) {
      return scan(tree.getElseStatement(), owner); // no code
    }
    statement(first(tree), last(tree.getCondition()), owner);
    follows(tree.getThenStatement(), tree.getElseStatement());
    return super.visitIf(tree, owner);
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Integer owner) {
    statement(first(tree), last(tree.getExpression()), owner);
    shape.switches.add(new Span(first(tree), last(tree), owner));
    shape.handlers.set(first(tree)); // it may be a finally's first statement
    return super.visitSwitch(tree, owner);
  }

  @Override
  public Void visitCase(CaseTree tree, Integer owner) {
    shape.labels.set(first(tree));
    return super.visitCase(tree, owner);
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Integer owner) {
    shape.chosenValues.add(new Span(first(tree), last(tree), owner));
    shape.switches.add(new Span(first(tree), last(tree), owner));
    shape.handlers.set(first(tree));
    return super.visitSwitchExpression(tree, owner);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Integer owner) {
    statement(first(tree), last(tree.getExpression()), owner);
    BitSet exits = new BitSet();
    exits.set(last(tree));
    shape.handlers.set(first(tree));
    Span whole = new Span(first(tree), last(tree), owner);
    shape.guards.add(new SourceShape.Guard(whole, exits, new BitSet(), whole));
    return super.visitSynchronized(tree, owner);
  }

  @Override
  public Void visitTry(TryTree tree, Integer owner) {
    BitSet exits = new BitSet();
    BitSet resources = new BitSet();
    for (Tree resource : tree.getResources()) {
      resources.set(first(tree), last(resource) + 1);
      if (!(resource instanceof VariableTree)) {
        whole(resource, owner);
      }
    }
    if (!resources.isEmpty()) {
      exits.set(last(tree.getBlock()));
      exits.or(resources);
    }
    shape.handlers.set(first(tree));
    if (tree.getFinallyBlock() != null) {
      exits.set(first(tree.getFinallyBlock()), last(tree.getFinallyBlock()) + 1);
      shape.handlers.set(first(tree.getFinallyBlock()));
    }
    for (CatchTree caught : tree.getCatches()) {
      follows(caught, tree.getFinallyBlock());
      int line = first(caught);
      shape.handlers.set(line);
      List<? extends StatementTree> guarded = tree.getBlock().getStatements();
      if (guarded.isEmpty() || last(guarded.get(guarded.size() - 1)) < line) {
        shape.catches.set(line);
      }
      statement(line, line, owner);
    }
    Span whole = new Span(first(tree), last(tree), owner);
    int end = last(tree.getBlock());
    for (CatchTree caught : tree.getCatches()) {
      end = tree.getFinallyBlock() == null ? end : last(caught);
    }
    Span block = new Span(first(tree.getBlock()), end, owner);
    shape.guards.add(new SourceShape.Guard(whole, exits, resources, block));
    super.visitTry(tree, owner);
    return null;
  }

  @Override
  public Void visitCatch(CatchTree tree, Integer owner) {
    return scan(tree.getBlock(), owner);
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Integer owner) {
    Shape kind = isTrue(tree.getCondition()) ? Shape.ENDLESS : Shape.TOP;
    Span head = new Span(first(tree), last(tree.getCondition()), owner);
    return loop(kind, head, tree.getStatement(), () -> super.visitWhileLoop(tree, owner));
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Integer owner) {
    boolean endless = tree.getCondition() == null || isTrue(tree.getCondition());
    int last = first(tree);
    for (Tree part : tree.getInitializer()) {
      last = Math.max(last, last(part));
    }
    for (Tree part : tree.getUpdate()) {
      last = Math.max(last, last(part));
    }
    last = tree.getCondition() == null ? last : Math.max(last, last(tree.getCondition()));
    Span head = new Span(first(tree), last, owner);
    Shape kind = endless ? Shape.ENDLESS : Shape.TOP;
    return loop(kind, head, tree.getStatement(), () -> super.visitForLoop(tree, owner));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Integer owner) {
    Span head = new Span(first(tree), last(tree.getExpression()), owner);
    statement(head.first(), head.last(), owner);
    addLoop(Shape.TOP, head, tree.getStatement());
    scan(tree.getExpression(), owner);
    return scan(tree.getStatement(), owner);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Integer owner) {
    Span head = new Span(first(tree.getCondition()), last(tree.getCondition()), owner);
    boolean endless = isTrue(tree.getCondition());
    Shape kind = endless ? Shape.ENDLESS : Shape.BOTTOM;
    follows(tree.getStatement(), tree.getCondition());
    return loop(kind, head, tree.getStatement(), () -> super.visitDoWhileLoop(tree, owner));
  }

  private Void loop(Shape kind, Span head, StatementTree body, Runnable inside) {
    if (kind != Shape.ENDLESS) {
      statement(head.first(), head.last(), head.owner());
    } else {
      shape.written.set(head.first(), head.last() + 1);
    }
    addLoop(kind, head, body);
    inside.run();
    return null;
  }

  private void addLoop(Shape kind, Span head, StatementTree body) {
    List<? extends StatementTree> all =
        body instanceof BlockTree block ? block.getStatements() : List.of(body);
    if (all.isEmpty()) {
      return;
    }
    int last = lastWithCode(all.get(all.size() - 1));
    StatementTree start = all.get(0);
    boolean plain =
        start instanceof ExpressionStatementTree
            || start instanceof IfTree
            || (start instanceof VariableTree variable && variable.getInitializer() != null);
    Span lines = new Span(first(start), last, head.owner());
    shape.loops.add(new SourceShape.Loop(kind, head, lines, plain));
  }

  /** Without the line of its closing brackets: what stands behind them there is another's. */
  private int lastWithCode(Tree tree) {
    int last = last(tree);
    int end = (int) positions.getEndPosition(unit, tree);
    String text = source.substring((int) unit.getLineMap().getStartPosition(last), end);
    return last > first(tree) && SourceShape.CLOSING.matcher(text).matches() ? last - 1 : last;
  }

  private static boolean isTrue(ExpressionTree condition) {
    return condition.toString().replaceAll("[()]", "").equals("true");
  }
}
