// SPDX-License-Identifier: Apache-2.0

/** As {@link Run}, on a second thread: the first runs the load once, then waits for the other. */
public class Second {

    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
        Run.main(new String[] {args[0], "1", "1"});
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                Run.main(args);
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        thread.start();
        thread.join();
    }
}
