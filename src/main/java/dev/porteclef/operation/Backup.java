package dev.porteclef.operation;

import dev.porteclef.platform.config.StartRefused;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes everything that stands in the database into one file, as it was at one moment, while others go on writing.
///
/// The file holds what the database holds: secrets sealed, passwords hashed, e-mail addresses in clear. The master
/// key is never in it. Decision 0020 tells why it is a format of our own.
public final class Backup {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final Clock clock;
    private final Consumer<String> progress;

    private Backup(Connection connection, Clock clock, Consumer<String> progress) {
        this.connection = connection;
        this.clock = clock;
        this.progress = progress;
    }

    /// @param version of the database's schema
    public record Summary(String version, int tables, long rows) {}

    /// Writes to `file`, which appears under that name only when it is whole.
    ///
    /// @param connection to the portal's database, for this alone; it is left to the caller to close
    /// @throws StartRefused where the portal has no tables there, or `file` exists or cannot be written
    public static Summary write(Connection connection, Path file, Clock clock) throws SQLException {
        return write(connection, file, clock, _ -> {});
    }

    /// @param progress told each table's name once it is written
    static Summary write(Connection connection, Path file, Clock clock, Consumer<String> progress) throws SQLException {
        return new Backup(connection, clock, progress).write(file.toAbsolutePath());
    }

    private Summary write(Path file) throws SQLException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
        var tables = new Snapshot(connection).begin();
        var version = new Schema(connection)
                .version()
                .orElseThrow(
                        () -> new StartRefused("There is no database of Porteclef's here yet: nothing to back up."));
        try (var writer = BackupWriter.beside(file)) {
            writer.line(Map.of(
                    "format",
                    BackupReader.FORMAT,
                    "version",
                    version,
                    "at",
                    clock.instant().toString()));
            for (var table : tables) {
                write(table, writer);
                progress.accept(table);
            }
            writer.finish();
            return new Summary(version, tables.size(), writer.rows());
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException e) {
            throw new StartRefused("The backup cannot be written to " + file + ": " + reason(e) + ".", e);
        } finally {
            connection.rollback();
        }
    }

    private static StartRefused exists(Path file, @Nullable Exception cause) {
        return new StartRefused(
                "The file " + file + " exists already; a backup replaces none. Name another one.", cause);
    }

    private void write(String table, BackupWriter writer) throws SQLException, IOException {
        try (var statement = connection.prepareStatement("select * from " + Schema.quoted(table))) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                var described = rows.getMetaData();
                var cells = cells(described);
                writer.line(Map.of("table", table, "columns", columns(described, cells)));
                while (rows.next()) {
                    var values = new ArrayList<@Nullable Object>();
                    for (var column = 1; column <= cells.size(); column++) {
                        values.add(cells.get(column - 1).read(rows, column));
                    }
                    writer.row(values);
                }
            }
        }
    }

    private static List<Cell> cells(ResultSetMetaData described) throws SQLException {
        var cells = new ArrayList<Cell>();
        for (var column = 1; column <= described.getColumnCount(); column++) {
            cells.add(Cell.of(described.getColumnTypeName(column)));
        }
        return cells;
    }

    private static List<List<String>> columns(ResultSetMetaData described, List<Cell> cells) throws SQLException {
        var columns = new ArrayList<List<String>>();
        for (var column = 1; column <= cells.size(); column++) {
            columns.add(List.of(
                    described.getColumnName(column), cells.get(column - 1).name()));
        }
        return columns;
    }

    static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "no right to write there";
            case java.nio.file.NoSuchFileException _ -> "no such folder";
            default -> String.valueOf(e.getMessage());
        };
    }
}
