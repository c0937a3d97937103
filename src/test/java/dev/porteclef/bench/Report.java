package dev.porteclef.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What came out, for the screen, the README and for programs.
///
/// @param failures the rows that could not be measured, with the reason
record Report(Machine machine, Scale scale, List<Line> lines, Map<String, String> failures) {

    private static final List<String> HEAD =
            List.of("what", "measured", "against", "reference", "ratio", "target", "met", "middle half (of)");

    /// The table and everything below it, as Markdown that can be read as it is.
    String markdown() {
        var text = new StringBuilder(table());
        var notes = lines.stream()
                .flatMap(line -> line.notes().stream().map(note -> "- " + line.what() + ": " + note))
                .collect(Collectors.joining("\n"));
        if (!notes.isEmpty()) {
            text.append('\n').append(notes).append('\n');
        }
        failures.forEach((row, reason) -> text.append("\nNOT MEASURED: ")
                .append(row)
                .append(": ")
                .append(reason)
                .append('\n'));
        text.append('\n').append(facts()).append('\n');
        return text.toString();
    }

    private String facts() {
        var facts = machine.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(" · "));
        return scale == Scale.QUICK ? facts + " · quick: rough figures" : facts;
    }

    private String table() {
        var cells = new ArrayList<List<String>>();
        cells.add(HEAD);
        lines.forEach(line -> cells.add(cells(line)));
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        for (var row = 0; row < cells.size(); row++) {
            var padded = cells.get(row);
            text.append(IntStream.range(0, widths.length)
                    .mapToObj(column -> pad(padded.get(column), widths[column]))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
            if (row == 0) {
                text.append(
                        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |\n")));
            }
        }
        return text.toString();
    }

    private static List<String> cells(Line line) {
        return List.of(
                line.what(),
                line.figure().toString(),
                line.against() == null ? "–" : line.against(),
                told(line.referenceFigure()),
                told(line.ratioFigure()),
                line.target().text(),
                met(line.met()),
                line.spread());
    }

    private static String met(@Nullable Boolean met) {
        if (met == null) {
            return "–";
        }
        return met ? "yes" : "NO";
    }

    private static String told(@Nullable Figure figure) {
        return figure == null ? "–" : figure.toString();
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    /// Writes `results.md` and `results.json`.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), markdown());
        var json = new LinkedHashMap<String, Object>();
        json.put("machine", machine.facts());
        json.put("quick", scale == Scale.QUICK);
        json.put("lines", lines.stream().map(Report::fields).toList());
        json.put("failures", failures);
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(folder.resolve("results.json").toFile(), json);
    }

    private static Map<String, @Nullable Object> fields(Line line) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("row", line.row());
        fields.put("what", line.what());
        fields.put("against", line.against());
        fields.put("unit", line.unit());
        fields.put("measured", numbers(line.measured()));
        fields.put("reference", line.reference() == null ? null : numbers(line.reference()));
        fields.put("ratio", line.ratio() == null ? null : numbers(line.ratio()));
        fields.put("target", line.target().text());
        fields.put("met", line.met());
        fields.put("notes", line.notes());
        return fields;
    }

    private static Map<String, Object> numbers(Samples samples) {
        return Map.of(
                "median",
                samples.median(),
                "lower",
                samples.lower(),
                "upper",
                samples.upper(),
                "values",
                samples.values());
    }
}
