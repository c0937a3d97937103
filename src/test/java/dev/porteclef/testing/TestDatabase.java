package dev.porteclef.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.porteclef.platform.data.JdbiSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.spring.SpringConnectionFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The two databases every store is tested on: `@ParameterizedTest @EnumSource(TestDatabase.class)`.
/// One server each per test run; [#fresh()] gives an empty, migrated database in it.
public enum TestDatabase {
    H2 {
        @Override
        DataSource emptyDatabase() {
            return JdbcConnectionPool.create(
                    "jdbc:h2:mem:" + UUID.randomUUID()
                            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "porteclef",
                    "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource emptyDatabase() {
            // As application-postgres.yml has it.
            return pooled(PostgresServer.SERVER.getDatabase(
                    "postgres", newPostgresName(), Map.of("logServerErrorDetail", "false")));
        }
    };

    abstract DataSource emptyDatabase();

    /// As the portal has it: making a connection takes PostgreSQL longer than most that is done with it. Nothing is
    /// held for long, for there are many databases on one server.
    private static DataSource pooled(DataSource source) {
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return new HikariDataSource(pool);
    }

    /// A new database with all migrations applied, and what services need to use it.
    public Fresh fresh() {
        return fresh("latest");
    }

    /// The same as it was at an earlier version of the portal; [#migrate(Fresh, String)] takes it further.
    public Fresh fresh(String version) {
        return on(emptyDatabase(), version);
    }

    /// The same on a database of one's own, which may have been used before.
    public Fresh on(DataSource source) {
        return on(source, "latest");
    }

    private Fresh on(DataSource source, String version) {
        var fresh = new Fresh(
                source,
                JdbiSetup.on(new SpringConnectionFactory(source)),
                new TransactionTemplate(new DataSourceTransactionManager(source)));
        migrate(fresh, version);
        return fresh;
    }

    /// Applies the migrations up to `version`; `latest` means all.
    public void migrate(Fresh database, String version) {
        Flyway.configure()
                .dataSource(database.source())
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + name().toLowerCase(java.util.Locale.ROOT))
                .target(version)
                .load()
                .migrate();
    }

    /// @param transactions opens transactions that `jdbi` joins
    public record Fresh(DataSource source, Jdbi jdbi, TransactionTemplate transactions) {}

    /// The real server's JDBC address, user and password for tests that start the whole application on it.
    public static String newPostgresUrl() {
        var source = PostgresServer.SERVER.getDatabase("postgres", newPostgresName());
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
    }

    private static String newPostgresName() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = PostgresServer.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a new database", e);
        }
    }

    /// Started at the first use, ended by its own shutdown hook.
    private static final class PostgresServer {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
