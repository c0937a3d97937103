package dev.porteclef.bench;

import java.util.List;

/// One thing that is measured. A new row is a class of its own and one line in [Bench].
interface Row {

    /// What it is called on the command line.
    String name();

    /// Measures, and ends every process it began. An exception means that it could not be measured.
    List<Line> measure(Scale scale) throws Exception;
}
