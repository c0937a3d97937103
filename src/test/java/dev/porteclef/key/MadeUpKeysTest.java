package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.demo.DemoPlan;
import dev.porteclef.demo.MadeUpFates;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys that `demo-data` has made up, as the portal's own stores see them.
class MadeUpKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-30T11:30:00Z");

    /// Every fate occurs in it.
    private static final DemoPlan PLAN = new DemoPlan(2_500, 50, 4, 1, NOW);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_made_up_key_can_be_opened_with_its_history_and_none_is_ever_watched(TestDatabase make) throws Exception {
        var jdbi = MadeUpKeys.filled(make, PLAN);
        var watched = new JdbiWatchedKeys(jdbi);
        var headlines = EnumSet.noneOf(Headline.class);
        forEach(jdbi, (key, history) -> {
            headlines.add(key.headline());
            assertThat(key.isCheckable()).isFalse();
            assertThat(watched.find(key.id())).isEmpty();
            assertThat(RealExchanges.catalogue().get(key.exchange()).knows(key.strategy()))
                    .isTrue();
            assertHistorySuits(key, history);
            assertEvidenceOfTheLatestIsKept(key, history);
        });
        assertThat(headlines).containsAll(EnumSet.complementOf(EnumSet.of(Headline.REPLACED_STILL_ACCEPTED)));
        assertThat(watched.unplanned("any", 10)).isEmpty();
        for (var exchange : RealExchanges.catalogue().all()) {
            assertThat(watched.longestUnchecked(exchange.id(), Environment.PRACTICE, NOW, 10))
                    .isEmpty();
            assertThat(watched.refusedSince(exchange.id(), Environment.PRACTICE, Instant.EPOCH, 10))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rows_say_what_the_portal_would_say_whatever_has_become_of_the_key(TestDatabase make) throws Exception {
        var jdbi = MadeUpKeys.filled(make, PLAN);
        var said = said(jdbi);
        var fates = MadeUpFates.of(PLAN);
        var seen = new HashSet<String>();
        forEach(jdbi, (key, history) -> {
            var fate = fates.getOrDefault(key.id().value(), "");
            seen.add(fate);
            assertThat(said.get(key.id().value()))
                    .as("%s %s", fate, key.id())
                    .isEqualTo(new Said(
                            key.headline().name(),
                            LikelyCause.of(key).map(LikelyCause::name).orElse(null),
                            since(key, history.reversed())));
        });
        assertThat(seen).isEqualTo(MadeUpFates.all());
    }

    /// Every key with its checks, newest first.
    private static void forEach(Jdbi jdbi, BiConsumer<ExchangeKey, List<KeyCheck>> look) {
        var checks = new JdbiKeyChecks(jdbi);
        var keys = MadeUpKeys.of(jdbi);
        assertThat(keys).hasSize(PLAN.keys());
        keys.forEach(key -> look.accept(key, checks.of(key.owner(), key.id(), 100)));
    }

    private record Said(String headline, @Nullable String cause, Instant since) {}

    private static Map<UUID, Said> said(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, headline, cause, headline_since from exchange_key")
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(
                            row.getColumn("id", UUID.class),
                            new Said(
                                    row.getColumn("headline", String.class),
                                    row.getColumn("cause", String.class),
                                    row.getColumn("headline_since", Instant.class)));
                    return all;
                }));
    }

    /// When the state began, by the columns of the checks: the first of those in a row that said the same.
    private static Instant since(ExchangeKey key, List<KeyCheck> oldestFirst) {
        return switch (key.headline()) {
            case REFUSED, LEAKED, PAUSED, REVOKED, REPLACED, REPLACED_STILL_ACCEPTED ->
                key.standing().since();
            case DOUBTED -> key.checkedAt();
            // Before it the key was accepted as well.
            case NONCE_RACE -> lateRaceOf(oldestFirst);
            case ACCEPTED, RECOMMENDED_MISSING, NO_FUNDED_WALLET, LAST_VERDICT_STAYS, NO_VERDICT ->
                beginOfLastRun(oldestFirst);
            // A check without a verdict in between changes nothing.
            case CREDENTIALS_REJECTED,
                    IP_NOT_ALLOWED,
                    NONCE_CONFLICT,
                    MISSING_PERMISSION,
                    CANNOT_BE_PROVEN,
                    MORE_THAN_NEEDED ->
                beginOfLastRun(oldestFirst.stream()
                        .filter(check -> check.verdict() != null)
                        .toList());
        };
    }

    private static Instant lateRaceOf(List<KeyCheck> oldestFirst) {
        return oldestFirst.getLast().at();
    }

    private static Instant beginOfLastRun(List<KeyCheck> oldestFirst) {
        var last = What.of(oldestFirst.getLast());
        var begin = oldestFirst.getLast().at();
        for (var check : oldestFirst.reversed()) {
            if (!What.of(check).equals(last)) {
                break;
            }
            begin = check.at();
        }
        return begin;
    }

    private record What(
            Verdict.@Nullable Kind verdict, @Nullable Outcome noVerdict, Harmlessness harmlessness) {

        static What of(KeyCheck check) {
            return new What(check.verdict(), check.noVerdict(), check.harmlessness());
        }
    }

    private static void assertHistorySuits(ExchangeKey key, List<KeyCheck> history) {
        assertThat(history).as("history of %s", key.id()).isNotEmpty();
        assertThat(history.getFirst().at()).isEqualTo(key.checkedAt());
        assertThat(history.getFirst().noVerdict()).isEqualTo(key.noVerdict());
        assertThat(history).extracting(KeyCheck::report).contains(key.report());
        if (key.verdictAt() != null) {
            assertThat(history).anySatisfy(check -> {
                assertThat(check.at()).isEqualTo(key.verdictAt());
                assertThat(check.verdict()).isEqualTo(key.verdict());
                assertThat(check.harmlessness()).isEqualTo(key.harmlessness());
                assertThat(check.report()).isEqualTo(key.report());
            });
        }
        if (key.findings().doubtedAt() != null) {
            assertThat(key.checkedAt()).isEqualTo(key.findings().doubtedAt());
        }
    }

    private static void assertEvidenceOfTheLatestIsKept(ExchangeKey key, List<KeyCheck> history) {
        assertThat(history.stream().limit(2))
                .allSatisfy(check -> assertThat(check.report().steps()).isNotEmpty());
        assertThat(history.stream().skip(2).filter(check -> !check.report().equals(key.report())))
                .allSatisfy(check -> {
                    assertThat(check.report().checks()).isEmpty();
                    assertThat(check.report().steps()).isEmpty();
                });
    }
}
