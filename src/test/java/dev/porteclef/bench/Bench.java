package dev.porteclef.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// Measures the rows named on the command line, or all; `--quick` measures less. Prints the table and writes it to
/// `target/bench`. Ends with 0 when everything could be measured, targets met or missed; with 1 when something could
/// not; with 2 when the command line is wrong.
final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");

    /// In the order of the table.
    private static final List<Row> ROWS = List.of(
            new OneVerification(),
            new InFlight(),
            new ReVerification(),
            new OpenSecret(),
            new SearchHelp(),
            new Console(BenchDatabase.POSTGRESQL),
            new Console(BenchDatabase.H2),
            new LargestPaint(),
            new HeapPerPage(),
            new ManyReaders(),
            new Flood(),
            new Start());

    private Bench() {}

    public static void main(String... words) throws IOException {
        var names = Arrays.stream(words).filter(word -> !word.equals("--quick")).toList();
        var known = ROWS.stream().map(Row::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("Usage: ./porteclef bench [--quick] [ROW...]; the rows are " + String.join(", ", known));
            System.exit(2);
        }
        // Without the portal's own settings everything would be logged, and cost time.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        var scale = names.size() == words.length ? Scale.WHOLE : Scale.QUICK;
        var rows = ROWS.stream()
                .filter(row -> names.isEmpty() || names.contains(row.name()))
                .toList();
        var report = measure(rows, scale);
        report.write(FOLDER);
        System.out.println();
        System.out.print(report.markdown());
        System.out.println("\nAlso in " + FOLDER.resolve("results.md") + " and results.json.");
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }

    private static Report measure(List<Row> rows, Scale scale) {
        var machine = Machine.here();
        var lines = new ArrayList<Line>();
        Map<String, String> failures = new LinkedHashMap<>();
        for (var row : rows) {
            System.err.println("Measuring " + row.name() + " ...");
            try {
                row.measure(scale, line -> {
                    lines.add(line);
                    System.err.println("  " + line.words());
                });
            } catch (Exception e) {
                e.printStackTrace();
                failures.put(row.name(), e.toString().lines().limit(1).collect(Collectors.joining()));
            }
        }
        return new Report(machine, scale, lines, failures);
    }
}
