package dev.porteclef.operation;

import dev.porteclef.platform.config.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what [BackupWriter] wrote, from the beginning to the end each time, and refuses what is not whole.
final class BackupReader {

    static final String FORMAT = "porteclef-backup/1";

    private final JsonMapper json = JsonMapper.shared();
    private final Path file;

    BackupReader(Path file) {
        this.file = file;
    }

    /// What is found on the way through the file.
    interface Visitor {

        default void begin(String version) throws SQLException {}

        default void table(Table table) throws SQLException {}

        /// A row of the table told last.
        default void row(Table table, JsonNode values) throws SQLException {}
    }

    record Table(String name, List<String> columns, List<Cell> cells) {

        @Nullable
        Object value(String column, JsonNode row) {
            var place = columns.indexOf(column);
            return cells.get(place).write(row.get(place));
        }
    }

    /// Goes through the file. What a visitor did is to be kept only if this returns.
    ///
    /// @throws StartRefused where the file is not a whole backup
    void visit(Visitor visitor) throws SQLException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 64 * 1024), StandardCharsets.UTF_8))) {
            visit(lines, visitor);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new StartRefused("There is no file " + file + ".", e);
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw damaged(e);
        }
    }

    private void visit(BufferedReader lines, Visitor visitor) throws IOException, SQLException {
        var digest = BackupWriter.sha256();
        var rows = 0L;
        @Nullable Table table = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var value = json.readTree(line);
            if (value.has("sha256")) {
                var proof = value.get("sha256").asString();
                if (!proof.equals(HexFormat.of().formatHex(digest.digest()))
                        || value.get("rows").asLong() != rows
                        || lines.readLine() != null) {
                    throw damaged(null);
                }
                return;
            }
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            if (value.isArray()) {
                if (table == null) {
                    throw damaged(null);
                }
                rows++;
                visitor.row(table, value);
            } else if (value.has("format")) {
                visitor.begin(version(value));
            } else {
                table = table(value);
                visitor.table(table);
            }
        }
        throw damaged(null);
    }

    private String version(JsonNode value) {
        if (!value.get("format").asString().equals(FORMAT)) {
            throw new StartRefused(
                    "The backup " + file + " is of a kind that this Porteclef does not know; take a newer one.");
        }
        return value.get("version").asString();
    }

    private static Table table(JsonNode value) {
        var names = new ArrayList<String>();
        var cells = new ArrayList<Cell>();
        for (var column : value.get("columns")) {
            names.add(column.get(0).asString());
            cells.add(Cell.valueOf(column.get(1).asString()));
        }
        return new Table(value.get("table").asString(), names, cells);
    }

    private StartRefused damaged(@Nullable Exception cause) {
        return new StartRefused(
                "The file " + file + " is damaged, cut off, or no backup of Porteclef's; nothing was changed.", cause);
    }
}
