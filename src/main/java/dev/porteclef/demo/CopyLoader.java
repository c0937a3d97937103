package dev.porteclef.demo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// PostgreSQL's `copy`, in its text format.
record CopyLoader(PGConnection connection) implements Loader {

    private static final int AT_ONCE = 1 << 16;

    @Override
    public void load(String table, List<String> columns, Stream<@Nullable Object[]> rows) throws SQLException {
        var copy = connection.getCopyAPI().copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        try {
            var text = new StringBuilder();
            for (var each = rows.iterator(); each.hasNext(); ) {
                line(text, each.next());
                if (text.length() > AT_ONCE) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void line(StringBuilder text, @Nullable Object[] row) {
        for (var column = 0; column < row.length; column++) {
            if (column > 0) {
                text.append('\t');
            }
            switch (row[column]) {
                case null -> text.append("\\N");
                case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
                case String words -> escaped(text, words);
                case Object value -> text.append(value);
            }
        }
        text.append('\n');
    }

    private static void escaped(StringBuilder text, String words) {
        for (var place = 0; place < words.length(); place++) {
            var sign = words.charAt(place);
            switch (sign) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(sign);
            }
        }
    }
}
