package dev.porteclef.support;

import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The lists of the desk, each read along its index from a place in it (keyset paging): a page costs the same at any
/// depth.
final class JdbiGlances {

    private static final RowMapper<Glance> GLANCES = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        var report = RedactedReport.read(row.getString("report"));
        var why = row.getString("settled_by");
        return new Glance(
                new SupportRequestId(row.getObject("id", UUID.class)),
                Language.of(row.getString("language")).orElseThrow(),
                instants.map(row, "asked_at", context),
                report.exchange(),
                report.value("headline"),
                why == null
                        ? null
                        : new Glance.Settled(
                                Glance.Settled.Why.valueOf(why), instants.map(row, "settled_at", context)));
    };

    private final Jdbi jdbi;

    JdbiGlances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// At most `limit` of those that wait, who waits longest first, nearest to `place` first.
    List<Glance> waiting(@Nullable Place place, int limit) {
        var back = place != null && place.back();
        // The column that is null in all of them leads PostgreSQL to take the order from the index.
        return read(
                "settled_at is null",
                "asked_at",
                back ? "settled_at desc, asked_at desc, id desc" : "settled_at, asked_at, id",
                !back,
                place,
                limit);
    }

    /// At most `limit` of those that are settled, the latest first, nearest to `place` first.
    List<Glance> settled(@Nullable Place place, int limit) {
        var back = place != null && place.back();
        return read(
                "settled_at is not null",
                "settled_at",
                back ? "settled_at, id" : "settled_at desc, id desc",
                back,
                place,
                limit);
    }

    private List<Glance> read(
            String which, String column, String order, boolean ascending, @Nullable Place place, int limit) {
        // The first half leads an index to the place; H2 needs it said apart.
        var from = place == null ? "" : "\nand " + column + (ascending ? " >= :at" : " <= :at");
        var past = place == null || place.id() == null
                ? ""
                : "\nand (" + column + ", id) " + (ascending ? ">" : "<") + " (:at, :id)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("""
                            select id, language, report, asked_at, settled_by, settled_at
                            from support_request
                            where\s""" + which + from + past + "\norder by " + order + "\nlimit :limit")
                    .bind("limit", limit);
            if (place != null) {
                query.bind("at", place.at());
                if (place.id() != null) {
                    query.bind("id", place.id());
                }
            }
            return query.map(GLANCES).list();
        });
    }

    /// How many wait, counted up to `limit`.
    int countWaiting(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from (
                            select 1 as one
                            from support_request
                            where settled_at is null
                            limit :limit) counted
                        """)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one());
    }
}
