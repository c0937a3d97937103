package dev.porteclef.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.porteclef.platform.data.JdbiSetup;
import dev.porteclef.testing.TestDatabase;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.spring.SpringConnectionFactory;

/// A database as the portal itself would use it: pooled, on disk, and nothing acknowledged before it is written.
enum BenchDatabase {
    H2("H2") {
        @Override
        HikariConfig settings(Path folder) {
            var settings = new HikariConfig();
            // As application.yml has it.
            settings.setJdbcUrl("jdbc:h2:file:" + folder.resolve("porteclef")
                    + ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
            settings.setUsername("porteclef");
            return settings;
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        HikariConfig settings(Path folder) {
            var settings = new HikariConfig();
            settings.setJdbcUrl(TestDatabase.newPostgresUrl());
            settings.setUsername("postgres");
            // The tests' server answers before it has written.
            settings.setConnectionInitSql("set synchronous_commit = on");
            return settings;
        }
    };

    private final String title;

    BenchDatabase(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// @param folder for those who write into one
    abstract HikariConfig settings(Path folder);

    /// A PostgreSQL of one's own.
    ///
    /// @param url with user and password
    static Open on(String url) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        return POSTGRESQL.open(settings);
    }

    /// A new, migrated one.
    Open open(Path folder) {
        return open(settings(folder));
    }

    private Open open(HikariConfig settings) {
        var pool = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(pool)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + name().toLowerCase(java.util.Locale.ROOT))
                .load()
                .migrate();
        return new Open(pool, JdbiSetup.on(new SpringConnectionFactory(pool)));
    }

    record Open(HikariDataSource pool, Jdbi jdbi) implements AutoCloseable {

        @Override
        public void close() {
            pool.close();
        }
    }
}
