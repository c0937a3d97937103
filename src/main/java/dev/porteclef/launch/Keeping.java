package dev.porteclef.launch;

import dev.porteclef.operation.Backup;
import dev.porteclef.operation.FinishedFile;
import dev.porteclef.operation.Restore;
import dev.porteclef.platform.config.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// The commands `backup FILE` and `restore FILE`, on the database that the portal would be started with. No portal
/// starts.
final class Keeping {

    private static final String EMBEDDED_FILE = "porteclef.mv.db";

    private final ConfigurableEnvironment environment;
    private final Path file;
    private final PrintStream out;

    private Keeping(ConfigurableEnvironment environment, Path file, PrintStream out) {
        this.environment = environment;
        this.file = file;
        this.out = out;
    }

    /// Whether `word` is one of the commands.
    static boolean isCommand(String word) {
        return word.equals("backup") || word.equals("restore");
    }

    /// @param words the command, the file, and the options of a start
    /// @throws Options.UsageException where they cannot be understood
    /// @throws StartRefused where it cannot be done; nothing was changed then
    static void run(List<String> words, PrintStream out) {
        var command = words.getFirst();
        if (words.size() < 2 || words.get(1).startsWith("--")) {
            throw new Options.UsageException("The file is missing: porteclef " + command + " FILE");
        }
        var file = file(words.get(1));
        var options = Options.parse(words.subList(2, words.size()).toArray(String[]::new));
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(options.arguments().toArray(String[]::new))) {
            var environment = context.getEnvironment();
            Preflight.settle(environment, Declarations.read(environment));
            var keeping = new Keeping(environment, file, out);
            if (command.equals("backup")) {
                keeping.backUp();
            } else {
                keeping.restore();
            }
        }
    }

    /// Spring reads the settings for it and sets up the log; there are no beans.
    private static final class Nothing {}

    private void backUp() {
        var database = database();
        if (database.embedded() && !Files.exists(data().resolve(EMBEDDED_FILE))) {
            throw new StartRefused("There is no database in " + data() + ": nothing to back up.");
        }
        try (var connection = database.open()) {
            var written = Backup.write(connection, file, Clock.systemUTC());
            out.println("Backed up " + told(written) + " to " + file + ".");
            out.println("The master key is not in it: keep " + environment.getProperty("porteclef.keys")
                    + " in a backup of its own.");
        } catch (SQLException e) {
            throw DatabaseFailures.refusal(e, database.embedded());
        }
    }

    private void restore() {
        var database = database();
        var keys = Path.of(environment.getRequiredProperty("porteclef.keys"));
        var restore = new Restore(file, keys, database.locations());
        try {
            var restored = database.embedded() ? restoreEmbedded(restore) : restoreInto(restore);
            out.println("Restored " + told(restored) + " from " + file + ".");
        } catch (SQLException e) {
            throw database.embedded()
                    ? new StartRefused(
                            "The backup could not be restored (H2 error " + e.getErrorCode()
                                    + "); nothing was changed.",
                            e)
                    : DatabaseFailures.refusal(e, false);
        }
    }

    /// Filled beside its place and moved there: whatever interrupts this, what bears the name is whole.
    private Backup.Summary restoreEmbedded(Restore restore) throws SQLException {
        var data = data();
        DataFolder.check(data, environment.getProperty("porteclef.keys", ""));
        if (Files.exists(data.resolve(EMBEDDED_FILE))) {
            throw occupied(data, null);
        }
        restore.check();
        DataFolder.create(data);
        try {
            var beside = Files.createTempDirectory(data, "restoring");
            try {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("restoring", Map.of("porteclef.data", beside.toString())));
                var restored = restoreInto(restore);
                FinishedFile.name(beside.resolve(EMBEDDED_FILE), data.resolve(EMBEDDED_FILE));
                return restored;
            } finally {
                clear(beside);
            }
        } catch (FileAlreadyExistsException e) {
            throw occupied(data, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartRefused occupied(Path data, @Nullable Exception cause) {
        return new StartRefused(
                "The data folder " + data + " holds a database already; a backup is restored into an"
                        + " empty one only. Move it away, or name another folder with --data.",
                cause);
    }

    private static void clear(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Backup.Summary restoreInto(Restore restore) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        try (var connection =
                DriverManager.getConnection(environment.getRequiredProperty("spring.datasource.url"), properties)) {
            return restore.into(connection);
        }
    }

    private DatabaseCheck database() {
        var database = new DatabaseCheck(environment);
        database.refuseUndeclared();
        if (environment.getProperty("porteclef.keys", "").isBlank()) {
            throw new StartRefused(
                    "The master key is not declared: set PORTECLEF_KEYS to its folder, or name it with" + " --keys.");
        }
        return database;
    }

    private Path data() {
        return Path.of(environment.getRequiredProperty("porteclef.data"));
    }

    private static String told(Backup.Summary summary) {
        return summary.rows() + " rows of " + summary.tables() + " tables (schema version " + summary.version() + ")";
    }

    private static Path file(String word) {
        try {
            return Path.of(word).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Options.UsageException("That names no possible file: " + e.getReason() + ".");
        }
    }
}
