package dev.porteclef.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyId;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What waits and what is settled, on both databases.
@Timeout(120)
class QuestionsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void both_lists_are_read_in_pages_there_and_back(TestDatabase server) {
        var jdbi = server.fresh().jdbi();
        var requests = new JdbiSupportRequests(jdbi);
        var glances = new JdbiGlances(jdbi);
        var waiting = new ArrayList<UUID>();
        var settled = new ArrayList<UUID>();
        for (var number = 0; number < 23; number++) {
            // Some at the same moment, where the order is by id.
            var at = NOW.plusSeconds(number / 3);
            var key = new KeyId(UUID.randomUUID());
            requests.insert(asked(key, at));
            if (number % 2 == 0) {
                requests.settle(key, Glance.Settled.Why.ANSWERED, at.plusSeconds(60));
                settled.add(key.value());
            } else {
                waiting.add(key.value());
            }
        }
        assertThat(glances.countWaiting(100)).isEqualTo(waiting.size());
        assertThat(glances.countWaiting(5)).isEqualTo(5);

        var oldestFirst = throughAndBack(glances::waiting);
        assertThat(oldestFirst).hasSameSizeAs(waiting).allMatch(one -> one.settled() == null);
        assertThat(oldestFirst).extracting(Glance::askedAt).isSorted();
        var latestFirst = throughAndBack(glances::settled);
        assertThat(latestFirst).hasSameSizeAs(settled).allMatch(one -> one.settled() != null);
        assertThat(latestFirst.reversed()).extracting(Glance::askedAt).isSorted();
    }

    private static List<Glance> throughAndBack(Stretch.Lines<Glance> list) {
        var there = new ArrayList<Glance>();
        var page = page(list, null);
        assertThat(page.before()).isNull();
        there.addAll(page.lines());
        while (page.after() != null) {
            page = page(list, Place.of(page.after().toString()).orElseThrow());
            there.addAll(page.lines());
        }
        assertThat(there).doesNotHaveDuplicates();
        var back = new ArrayList<>(page.lines());
        while (page.before() != null) {
            page = page(list, Place.of(page.before().toString()).orElseThrow());
            back.addAll(0, page.before() == null ? page.lines().subList(0, there.size() - back.size()) : page.lines());
        }
        assertThat(back).isEqualTo(there);
        return there;
    }

    private static Stretch<Glance> page(Stretch.Lines<Glance> list, @Nullable Place place) {
        return Stretch.read(place, 4, list, Glance::behind);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_older_portals_questions_are_told_apart(TestDatabase server) {
        var database = server.fresh("36");
        var key = new KeyId(UUID.randomUUID());
        var gone = new KeyId(UUID.randomUUID());
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into exchange_key (
                            id, version, owner, exchange, environment, label, strategy, program, life, tail,
                            secret_version, harmlessness, checked_at, report, created_at, life_since)
                        values (
                            :id, 1, :owner, 'bitfinex', 'PRACTICE', 'Bot', 'spot', 'ours', 'ACTIVE', '',
                            1, 'PROVEN', :at, '{}', :at, :at)
                        """)
                        .bind("id", key)
                        .bind("owner", UUID.randomUUID())
                        .bind("at", NOW)
                        .execute());
        var requests = new JdbiSupportRequests(database.jdbi());
        requests.insert(asked(key, NOW));
        requests.insert(asked(key, NOW.plusSeconds(120)));
        requests.insert(asked(gone, NOW.plusSeconds(30)));
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into support_answer (id, owner, key_id, author, kind, language, text, answered_at)
                        select :id, owner, id, :author, 'ANSWER', 'en', 'So it is.', :at
                        from exchange_key
                        """)
                        .bind("id", UUID.randomUUID())
                        .bind("author", UUID.randomUUID())
                        .bind("at", NOW.plusSeconds(60))
                        .execute());
        server.migrate(database, "latest");

        var glances = new JdbiGlances(database.jdbi());
        assertThat(glances.waiting(null, 10)).extracting(Glance::askedAt).containsExactly(NOW.plusSeconds(120));
        assertThat(glances.settled(null, 10))
                .extracting(Glance::settled)
                .containsExactly(
                        new Glance.Settled(Glance.Settled.Why.ANSWERED, NOW.plusSeconds(60)),
                        new Glance.Settled(Glance.Settled.Why.KEY_DELETED, NOW.plusSeconds(30)));
    }

    private static SupportRequest asked(KeyId key, Instant at) {
        return new SupportRequest(
                new SupportRequestId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                key,
                "Bot",
                Language.ENGLISH,
                "Why?",
                new RedactedReport(List.of(
                        new RedactedReport.Line("exchange", "bitfinex, PRACTICE"),
                        new RedactedReport.Line("headline", "ACCEPTED"))),
                at);
    }
}
