package dev.porteclef.demo;

import java.io.PrintStream;
import java.util.Locale;

/// How far the work is: a bar that grows in place on a terminal, elsewhere a plain line at every tenth.
public final class Progress {

    private static final int WIDTH = 40;
    private static final int TENTH = 10;
    private static final int WHOLE = 100;

    private final PrintStream out;
    private final boolean terminal;
    private int told = -1;

    /// @param terminal whether what is written can be written over
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void at(long done, long all) {
        var percent = (int) (done * WHOLE / all);
        var step = terminal ? percent : percent / TENTH * TENTH;
        if (step == told) {
            return;
        }
        told = step;
        var line = String.format(Locale.ROOT, "%3d %%  %,d of %,d keys", percent, done, all);
        if (terminal) {
            var filled = WIDTH * percent / WHOLE;
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + line);
            if (done == all) {
                out.println();
            }
        } else {
            out.println(line);
        }
        out.flush();
    }
}
