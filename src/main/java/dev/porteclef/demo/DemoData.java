package dev.porteclef.demo;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.config.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Fills a migrated database with made-up customers, practice keys and checks.
///
/// No row of it is secret, and no key has a secret: the watch looks after keys with one only, so that none of these
/// ever reaches an exchange. What is real in the database stays as it is.
public final class DemoData {

    private static final int KEYS_AT_ONCE = 500;
    private static final int CUSTOMERS_AT_ONCE = 20_000;

    private final ExchangeCatalogue catalogue;
    private final Connection connection;
    private final Progress progress;

    /// @param connection left without automatic commits
    public DemoData(ExchangeCatalogue catalogue, Connection connection, Progress progress) {
        this.catalogue = catalogue;
        this.connection = connection;
        this.progress = progress;
    }

    /// How much was made.
    public record Made(int customers, int keys, long checks) {}

    /// Refuses what would mix with what is there.
    ///
    /// @param again whether what was made up before goes first
    /// @param production whether the database is that of a production
    /// @throws StartRefused where nothing was changed
    public void refuseMixing(boolean again, boolean production) throws SQLException {
        var rows = new MadeUpRows(connection);
        if (production && rows.standBesideOthers()) {
            throw new StartRefused("The database holds accounts that are not made up: made-up customers do not belong"
                    + " among those of a production. Nothing was changed.");
        }
        if (!again && rows.exist()) {
            throw new StartRefused("The database holds made-up data already; --again removes it first, and nothing"
                    + " else. Nothing was changed.");
        }
    }

    /// Removes what was made up before, and makes up what the plan says; in pieces, each of which is kept.
    public Made make(DemoPlan plan) throws SQLException {
        connection.setAutoCommit(false);
        var rows = new MadeUpRows(connection);
        rows.remove();
        var loader = Loader.on(connection);
        var customers = new MadeUpCustomers(plan);
        load(plan, customers, loader);
        var days = new MadeUpDays(plan);
        Map<Integer, @Nullable Object[]> ways = new HashMap<>();
        var checks = load(plan, new KeyMaker(plan, catalogue.all(), customers), loader, keys -> {
            keys.addTo(days);
            customers
                    .newcomerWith(keys.made().number())
                    .filter(way -> way.customer().equals(keys.made().owner()))
                    .ifPresent(way -> ways.put(way.number(), way.row(keys)));
        });
        loader.load("console_failure_day", MadeUpDays.FAILURE_COLUMNS, days.failures());
        loader.load("console_latency_day", MadeUpDays.LATENCY_COLUMNS, days.latencies());
        loader.load(
                "journey",
                MadeUpWay.COLUMNS,
                IntStream.range(0, customers.newcomers())
                        .mapToObj(number ->
                                ways.getOrDefault(number, customers.way(number).row(null))));
        connection.commit();
        rows.count();
        return new Made(plan.customers(), plan.keys(), checks);
    }

    private void load(DemoPlan plan, MadeUpCustomers customers, Loader loader) throws SQLException {
        for (var from = 0; from < plan.customers(); from += CUSTOMERS_AT_ONCE) {
            var to = Math.min(plan.customers(), from + CUSTOMERS_AT_ONCE);
            loader.load(
                    "account",
                    MadeUpCustomers.COLUMNS,
                    IntStream.range(from, to).mapToObj(customers::account));
            loader.load(
                    "account_role",
                    MadeUpCustomers.ROLE_COLUMNS,
                    IntStream.range(from, to).mapToObj(customers::role));
            loader.load(
                    "mail_declined",
                    MadeUpCustomers.DECLINED_COLUMNS,
                    IntStream.range(from, to).mapToObj(customers::declined));
            connection.commit();
        }
    }

    private long load(DemoPlan plan, KeyMaker maker, Loader loader, Consumer<KeyRows> made) throws SQLException {
        var reports = new ReportTexts();
        var checks = 0L;
        progress.at(0, plan.keys());
        for (var done = 0; done < plan.keys(); ) {
            var keys = new ArrayList<KeyRows>();
            while (keys.size() < KEYS_AT_ONCE && done < plan.keys()) {
                keys.add(KeyRows.of(maker.next(), reports));
                done++;
            }
            loader.load("exchange_key", KeyRows.COLUMNS, keys.stream().map(KeyRows::key));
            keys.forEach(made);
            checks = load(plan, keys, checks, loader);
            connection.commit();
            progress.at(done, plan.keys());
        }
        return checks;
    }

    private static long load(DemoPlan plan, List<KeyRows> keys, long before, Loader loader) throws SQLException {
        var number = new long[] {before};
        loader.load(
                "key_check",
                KeyRows.CHECK_COLUMNS,
                keys.stream()
                        .flatMap(key -> IntStream.range(0, key.checks())
                                .mapToObj(place -> key.check(place, MadeUpIds.counted(number[0]++, plan.seed())))));
        return number[0];
    }
}
