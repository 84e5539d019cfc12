// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that looks for nodes on the window's own thread. TestFX looks on the test's: where the
 * window changes meanwhile, a node that is there may not be found.
 */
public final class SteadyRobot extends FxRobot {
  /** TestFX's extension, with such a robot. */
  public static final class Extension extends ApplicationExtension {
    @Override
    public NodeQuery lookup(String query) {
      return onWindowThread(() -> super.lookup(query));
    }
  }

  @Override
  public NodeQuery lookup(String query) {
    return onWindowThread(() -> super.lookup(query));
  }

  private static NodeQuery onWindowThread(Supplier<NodeQuery> search) {
    if (Platform.isFxApplicationThread()) {
      return search.get();
    }
    try {
      return WaitForAsyncUtils.waitFor(
          Scenes.PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(search::get));
    } catch (TimeoutException late) {
      throw new IllegalStateException("the window's thread does not answer", late);
    }
  }
}
