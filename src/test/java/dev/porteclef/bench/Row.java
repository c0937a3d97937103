package dev.porteclef.bench;

import java.util.function.Consumer;

/// One thing that is measured. A new row is a class of its own and one line in [Bench].
interface Row {

    /// What it is called on the command line.
    String name();

    /// Measures, and ends every process it began. An exception means that the rest could not be measured.
    ///
    /// @param lines is given each as soon as it is known
    void measure(Scale scale, Consumer<Line> lines) throws Exception;
}
