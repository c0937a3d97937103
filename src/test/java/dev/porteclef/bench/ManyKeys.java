package dev.porteclef.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.porteclef.console.KeyGroups;
import dev.porteclef.console.KeyList;
import dev.porteclef.console.overview.Overview;
import dev.porteclef.demo.DemoData;
import dev.porteclef.demo.DemoPlan;
import dev.porteclef.demo.Progress;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.HistoryRounds;
import dev.porteclef.key.RotationRule;
import dev.porteclef.key.Rules;
import dev.porteclef.platform.data.JdbiSetup;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.spring.SpringConnectionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// A database with many made-up keys, ten of each customer and twenty checks of each, and the services of support's
/// console on it, in transactions of their own as in the portal.
final class ManyKeys implements AutoCloseable {

    /// When the console is looked at.
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /// That of the portal's usual settings.
    static final RotationRule ROTATION = Rules.rotation(90);

    private static final Duration LATER = Duration.ofDays(60);
    private static final int CHECKS_EACH = 20;
    private static final int KEYS_EACH = 10;

    private final BenchDatabase kind;
    private final boolean kept;
    private final int keys;
    private final BenchDatabase.Open database;
    private final Services services;

    private ManyKeys(BenchDatabase kind, int keys, BenchDatabase.Open database, boolean kept) {
        this.kind = kind;
        this.kept = kept;
        this.keys = keys;
        this.database = database;
        this.services = new Services(database.pool());
    }

    /// The address of a PostgreSQL that `demo-data` has filled already, at [#NOW], for whoever measures again and
    /// again.
    static final String FILLED = "PORTECLEF_BENCH_FILLED";

    /// Fills a new database; on PostgreSQL takes that of [#FILLED] for its million keys.
    static ManyKeys make(BenchDatabase kind, int keys, Path folder) throws SQLException {
        var filled = System.getenv(FILLED);
        if (filled != null && kind == BenchDatabase.POSTGRESQL && keys == Console.MANY) {
            return new ManyKeys(kind, keys, BenchDatabase.on(filled), true);
        }
        var database = kind.open(folder);
        var plan = new DemoPlan(keys, keys / KEYS_EACH, CHECKS_EACH, 1, NOW);
        try (var connection = database.pool().getConnection()) {
            new DemoData(RealExchanges.catalogue(), connection, new Progress(System.err, false)).make(plan);
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute(
                        switch (kind) {
                            // As its own housekeeping has done wherever rows have been for a while.
                            case POSTGRESQL -> "vacuum analyze";
                            // It would give the same question its first answer again, for nothing changes here.
                            case H2 -> "set optimize_reuse_results 0";
                        });
            }
        }
        return new ManyKeys(kind, keys, database, false);
    }

    /// `1,000,000 keys, PostgreSQL`.
    String title() {
        return String.format(java.util.Locale.ROOT, "%,d keys, %s", keys, kind.title());
    }

    /// Whether it is that of [#FILLED].
    boolean isKept() {
        return kept;
    }

    int keys() {
        return keys;
    }

    HikariDataSource pool() {
        return database.pool();
    }

    Services services() {
        return services;
    }

    /// The same on one connection of its own, on which nothing was planned yet.
    Services onNewConnection() {
        var settings = new com.zaxxer.hikari.HikariConfig();
        settings.setJdbcUrl(database.pool().getJdbcUrl());
        settings.setUsername(database.pool().getUsername());
        settings.setMaximumPoolSize(1);
        return new Services(new HikariDataSource(settings));
    }

    @Override
    public void close() {
        services.close();
        database.close();
    }

    /// What the console asks.
    static final class Services implements AutoCloseable {

        private final HikariDataSource pool;
        private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

        private Services(HikariDataSource pool) {
            this.pool = pool;
            context.register(Transactions.class, KeyList.class, KeyGroups.class, Overview.class);
            context.registerBean(DataSource.class, () -> pool);
            context.registerBean(Jdbi.class, () -> JdbiSetup.on(new SpringConnectionFactory(pool)));
            context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
            context.registerBean(RotationRule.class, () -> ROTATION);
            context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
            context.refresh();
        }

        KeyList list() {
            return context.getBean(KeyList.class);
        }

        KeyGroups groups() {
            return context.getBean(KeyGroups.class);
        }

        Overview overview() {
            return context.getBean(Overview.class);
        }

        /// Thins the histories of the next ten thousand keys, when all of it has become old.
        void thin() {
            HistoryRounds.on(
                            context.getBean(Jdbi.class),
                            Clock.offset(context.getBean(Clock.class), LATER),
                            context.getBean(PlatformTransactionManager.class))
                    .run();
        }

        @Override
        public void close() {
            context.close();
            pool.close();
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
