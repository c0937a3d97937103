package dev.porteclef.capture;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls of a run as a table for the terminal.
final class Summary {

    private static final List<String> HEAD = List.of("", "call", "status", "code", "text", "outcome", "took");

    private Summary() {}

    static void print(List<Captured> captured, Redaction redaction, PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        captured.forEach(each -> rows.add(row(each, redaction)));
        var widths = HEAD.stream().mapToInt(String::length).toArray();
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static List<String> row(Captured captured, Redaction redaction) {
        var evidence = captured.evidence();
        var step = captured.step();
        return List.of(
                Integer.toString(captured.number()),
                step.call().label()
                        + (step.repeatsNonce() ? ", same nonce" : "")
                        + (step.otherSecret() ? ", wrong signature" : ""),
                evidence.status() == null ? "-" : evidence.status().toString(),
                orDash(redaction.code(captured)),
                orDash(redaction.text(captured)),
                captured.meaning(),
                evidence.took().toMillis() + " ms");
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }
}
