// SPDX-License-Identifier: Apache-2.0
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Runs a class once in each of many loaders, says so, and goes on with it in the first until it is
 * killed. Arguments: folder, class, loaders, milliseconds between two runs.
 */
public class Spread {
    public static void main(String[] args) throws Exception {
        URL[] places = {Path.of(args[0]).toUri().toURL()};
        Method first = null;
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            ClassLoader loader = new URLClassLoader(places, null);
            Method method = loader.loadClass(args[1]).getMethod("run", int.class);
            method.invoke(null, i);
            first = first == null ? method : first;
        }
        System.out.println("ready");
        long pause = Long.parseLong(args[3]);
        for (int i = 0; ; i++) {
            first.invoke(null, i);
            Thread.sleep(pause);
        }
    }
}
