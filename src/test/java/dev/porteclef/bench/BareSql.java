package dev.porteclef.bench;

import dev.porteclef.console.KeyOrder;
import dev.porteclef.key.Headline;
import dev.porteclef.key.RotationRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// The least that could be asked for the same: statements with their values in them, on one connection, whose rows are
/// passed over.
final class BareSql implements AutoCloseable {

    private final Connection connection;
    private final Statement statement;

    BareSql(DataSource source) throws SQLException {
        connection = source.getConnection();
        statement = connection.createStatement();
    }

    static String column(KeyOrder order) {
        return switch (order) {
            case SINCE -> "headline_since";
            case CHECKED -> "checked_at";
            case CONNECTED -> "created_at";
        };
    }

    /// The codes by which keys are refused, as many as a list is asked for at most.
    List<String> codes() throws SQLException {
        try (var rows = statement.executeQuery("select verdict_code from exchange_key where verdict_code is not null"
                + " group by verdict_code order by count(*) desc limit 8")) {
            var codes = new ArrayList<String>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        }
    }

    /// A page of it, and how many there are up to a thousand.
    void read(String condition, KeyOrder order, boolean oldestFirst) throws SQLException {
        var where = " from exchange_key where (" + condition + ")";
        var direction = oldestFirst ? "" : " desc";
        pass("select id, owner, label, headline, headline_since, checked_at, created_at" + where + " order by "
                + column(order) + direction + ", id" + direction + " limit 51");
        pass("select count(*) from (select 1" + where + " limit 1001) counted");
    }

    /// What is neither green nor out of use, by cause.
    void groups(Instant from) throws SQLException {
        var amiss = Arrays.stream(Headline.values())
                .filter(headline -> headline.tone() == Headline.Tone.RED || headline.tone() == Headline.Tone.AMBER)
                .map(headline -> "'" + headline + "'")
                .collect(Collectors.joining(", "));
        pass("select headline, cause, exchange, environment, count(*), count(distinct owner), min(headline_since)"
                + " from exchange_key where headline in (" + amiss
                + ") and headline_since >= " + literal(from)
                + " group by headline, cause, exchange, environment");
    }

    /// How keys stand, and what came about within thirty days: a statement for each picture, which counts about the
    /// same
    /// rows as the portal's does.
    void overview(Instant now, RotationRule rotation) throws SQLException {
        var overdue = now.minus(Duration.ofDays(rotation.days()));
        var from = now.minus(Duration.ofDays(30));
        var onDate = "on_date >= date '" + LocalDate.ofInstant(from, ZoneOffset.UTC) + "'";
        var began = "began_at >= " + literal(from);
        pass("select headline, count(*), count(case when created_at <= " + literal(overdue)
                + " then 1 end), count(case when created_at <= "
                + literal(overdue.plus(Duration.ofDays(rotation.noticeDays())))
                + " then 1 end) from exchange_key group by headline, life, pause_reason");
        pass("select on_date, headline, cause, sum(keys) from console_failure_day where " + onDate
                + " group by on_date, headline, cause");
        pass("select count(*), count(form_at), count(checked_at), count(green_at),"
                + " percentile_disc(0.5) within group (order by green_at - guide_at),"
                + " percentile_disc(0.9) within group (order by green_at - guide_at) from journey where " + began);
        pass("select strategy, language, count(*), count(case when green_at = checked_at then 1 end)"
                + " from journey join account on account.id = journey.owner where " + began
                + " and form_at is not null group by strategy, language");
        pass("select exchange, environment, on_date, took, sum(calls) from console_latency_day where " + onDate
                + " group by exchange, environment, on_date, took");
    }

    private static String literal(Instant moment) {
        return "timestamp with time zone '" + moment + "'";
    }

    private void pass(String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
