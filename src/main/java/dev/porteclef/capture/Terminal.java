package dev.porteclef.capture;

import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Where a run reads and writes.
///
/// @param in read to its end for the credentials where there is no `prompt`
/// @param out for the result
/// @param err for what is said on the way
/// @param prompt asks a person without echo; `null` where nobody sits at a terminal
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        @Nullable Prompt prompt) {

    /// Asks for one line that must not be seen.
    @FunctionalInterface
    public interface Prompt {

        /// What was typed after `label`, without the line's end; `null` at the end of the input. The caller wipes it.
        char @Nullable [] ask(String label);
    }
}
