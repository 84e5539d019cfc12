// SPDX-License-Identifier: Apache-2.0
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.LongSupplier;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * ECJ: compiles the sources in a folder; the class files are thrown away. All on one thread, or
 * most of the time would be another's.
 */
public class Compile implements LongSupplier {

    @Override
    public long getAsLong() {
        System.setProperty("jdt.compiler.useSingleThread", "true");
        String[] arguments = {
            "-source", "8", "-target", "8", "-nowarn", "-proc:none", "-encoding", "UTF-8",
            "-d", "none", System.getProperty("sources")
        };
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        if (!BatchCompiler.compile(arguments, out, out, null)) {
            throw new IllegalStateException(messages.toString());
        }
        return messages.toString().length();
    }
}
