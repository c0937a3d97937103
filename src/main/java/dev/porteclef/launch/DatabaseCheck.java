package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.platform.data.JdbiSetup;
import dev.porteclef.vault.MasterKeyCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Whether the configured database can be used by this version of the portal. Only ever reads.
final class DatabaseCheck {

    private static final String EMBEDDED = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Environment environment;
    private final String url;

    DatabaseCheck(Environment environment) {
        this.environment = environment;
        this.url = environment.getProperty("spring.datasource.url", "");
    }

    /// Whether the database is a file of the portal's own.
    boolean embedded() {
        return url.startsWith(EMBEDDED);
    }

    boolean postgresql() {
        return url.startsWith(POSTGRESQL);
    }

    /// @throws StartRefused when it cannot be reached, is damaged, in use, or of a newer version, or when the folder of
    ///     keys does not suit it
    void check() {
        refuseUndeclared();
        if (embedded() && !Files.exists(file())) {
            MasterKeyCheck.check(keys());
            return;
        }
        try (var connection = open()) {
            checkVersion(connection);
            checkMasterKey(connection);
        } catch (SQLException e) {
            throw DatabaseFailures.refusal(e, embedded());
        }
    }

    /// For who needs no master key.
    ///
    /// @throws StartRefused when it cannot be reached, is damaged, in use, or of a newer version
    void checkVersion() {
        refuseUndeclared();
        if (embedded() && !Files.exists(file())) {
            return;
        }
        try (var connection = open()) {
            checkVersion(connection);
        } catch (SQLException e) {
            throw DatabaseFailures.refusal(e, embedded());
        }
    }

    /// @throws StartRefused when no database is declared, or one of another make
    void refuseUndeclared() {
        if (!embedded() && !postgresql()) {
            throw new StartRefused(
                    "No database is declared: set PORTECLEF_DB_URL (jdbc:postgresql://…), PORTECLEF_DB_USER and"
                            + " PORTECLEF_DB_PASSWORD.");
        }
    }

    /// A connection for looking; for the embedded database one that cannot write.
    Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        if (embedded()) {
            return DriverManager.getConnection(url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", properties);
        }
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        return DriverManager.getConnection(url, properties);
    }

    private Path file() {
        return Path.of(environment.getRequiredProperty("porteclef.data"), "porteclef.mv.db");
    }

    private void checkVersion(Connection connection) {
        var source = new SingleConnectionDataSource(connection, true);
        var migrations = Flyway.configure()
                .dataSource(source)
                .locations(locations())
                .load()
                .info()
                .all();
        for (var migration : migrations) {
            var state = migration.getState();
            if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
                throw new StartRefused("The database was written by a newer Porteclef (schema version "
                        + migration.getVersion() + "); start that version or a later one.");
            }
            if (state == MigrationState.FAILED) {
                throw new StartRefused("An earlier upgrade of the database stopped half-way (schema version "
                        + migration.getVersion() + "); restore the backup made before it.");
            }
        }
    }

    private void checkMasterKey(Connection connection) throws SQLException {
        if (hasTable(connection, "vault_master")) {
            MasterKeyCheck.check(JdbiSetup.on(() -> connection), keys());
        } else {
            MasterKeyCheck.check(keys());
        }
    }

    private Path keys() {
        return Path.of(environment.getRequiredProperty("porteclef.keys"));
    }

    /// Whether the default schema has a table called `name`.
    static boolean hasTable(Connection connection, String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /// Where Flyway finds the migrations of this make of database.
    String[] locations() {
        var configured = environment.getProperty("spring.flyway.locations", String[].class, new String[0]);
        return Arrays.stream(configured)
                .map(location -> location.replace("{vendor}", embedded() ? "h2" : "postgresql"))
                .toArray(String[]::new);
    }
}
