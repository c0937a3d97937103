package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.KeyMoves.Nature;
import dev.porteclef.key.KeyMoves.State;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.vault.Vaults;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// What must hold in a database at rest, whenever the process that used it died.
final class KeyInvariants {

    private final TestDatabase server;
    private final TestDatabase.Fresh database;
    private final Jdbi jdbi;
    private final JdbiExchangeKeys keys;
    private final KeyStrongbox strongbox;
    private final KeyExchange exchange;

    KeyInvariants(TestDatabase server, DataSource source, Path masterKey, KeyExchange exchange) {
        this.server = server;
        this.database = server.on(source);
        this.jdbi = database.jdbi();
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(Vaults.on(jdbi, masterKey), keys);
        this.exchange = exchange;
    }

    /// Public for Jdbi's sake, within a class that is not.
    public record CheckRow(
            @Nullable String verdict, @Nullable String noVerdict, String harmlessness, String report) {}

    /// Checks every row, and returns how each key stands.
    Map<Integer, State> check() {
        waitForWhatIsStillUnderWay();
        var found = new TreeMap<Integer, State>();
        for (var owner : KeyMoves.customers()) {
            for (var key : keys.of(owner)) {
                var number = KeyMoves.numberOf(key);
                assertThat(found.put(number, stateOf(key, number)))
                        .as("another key %d", number)
                        .isNull();
            }
        }
        var kept = found.values().stream().filter(State.WITH_SECRET::equals).count();
        assertThat(count("select count(*) from key_secret"))
                .as("sealed fields, none without its key")
                .isEqualTo(2 * kept);
        assertThat(count("select count(*) from key_check where key_id not in (select id from exchange_key)"))
                .as("checks without their key")
                .isZero();
        assertThat(count("""
                select count(*)
                from exchange_key k
                where exists (select 1 from audit_event a where a.object_id = k.id and a.act = 'KEY_DELETED')
                """))
                .as("keys that are deleted according to the record")
                .isZero();
        assertThat(exchange.nonceFaults()).isEmpty();
        return found;
    }

    /// A server notices the death of its client late, and may be about to commit until then.
    private void waitForWhatIsStillUnderWay() {
        if (server == TestDatabase.POSTGRESQL) {
            database.transactions()
                    .executeWithoutResult(status -> jdbi.useHandle(handle -> handle.execute(
                            "lock table exchange_key, key_secret, key_check, audit_event in exclusive mode")));
        }
    }

    private State stateOf(ExchangeKey key, int number) {
        var nature = Nature.of(number);
        assertChecks(key, number, nature);
        if (key.life() == Life.ACTIVE) {
            assertSecrets(key, number);
            return State.WITH_SECRET;
        }
        assertThat(keys.secrets(key.id()))
                .as("secrets of %s %d", nature, number)
                .isEmpty();
        assertThat(key.harmlessness()).isEqualTo(Harmlessness.FORBIDDEN);
        assertThat(count("select count(*) from exchange_key where fingerprint is not null and id = ?", key.id()))
                .as("%s %d recognisable", nature, number)
                .isZero();
        return State.WITHOUT_SECRET;
    }

    /// Exactly the fields that were typed, and they open.
    private void assertSecrets(ExchangeKey key, int number) {
        try (var opened = strongbox.take(key);
                var typed = KeyFixture.pair(KeyMoves.apiKey(number), KeyMoves.secret(number))) {
            assertThat(opened.credentials().fields().keySet())
                    .isEqualTo(typed.fields().keySet());
            assertThat(typed.fields())
                    .allSatisfy((field, secret) -> assertThat(
                                    secret.sameAs(opened.credentials().get(field)))
                            .as(field)
                            .isTrue());
            assertThat(opened.fingerprint())
                    .isEqualTo(strongbox.fingerprint(RealExchanges.bitfinex(), key.environment(), typed.get("apiKey")));
        }
    }

    /// Every check rests on an answer that the exchange gave, is on the record, and the last one is the key's state.
    private void assertChecks(ExchangeKey key, int number, Nature nature) {
        var checks = jdbi.withHandle(handle -> handle.createQuery("""
                        select verdict, no_verdict, harmlessness, report
                        from key_check
                        where key_id = :id
                        """)
                .bind("id", key.id())
                .map(ConstructorMapper.of(CheckRow.class))
                .list());
        assertThat(checks).as("checks of %s %d", nature, number).isNotEmpty().allSatisfy(check -> {
            assertThat(check.verdict()).isEqualTo(verdictOf(nature));
            assertThat(check.noVerdict()).isEqualTo(nature == Nature.SILENT ? Outcome.NOT_ITS_ANSWER.name() : null);
            assertThat(Harmlessness.valueOf(check.harmlessness())).isIn(harmlessnessOf(nature));
            assertThat(KeyReport.read(check.report()).checks().stream()
                            .map(Check::evidence)
                            .filter(Objects::nonNull)
                            .map(evidence -> evidence.answerHash()))
                    .containsAnyElementsOf(KeyExchange.answers(nature));
        });
        assertThat(count("""
                select count(*)
                from audit_event
                where object_id = ? and act in ('KEY_CONNECTED', 'KEY_REFUSED', 'KEY_CHECKED', 'VERDICT_CHANGED')
                """, key.id()))
                .as("rows on the record of %s %d", nature, number)
                .isEqualTo(checks.size());
        assertThat(key.verdict() == null ? null : key.verdict().name()).isEqualTo(verdictOf(nature));
        var forbidden = checks.stream().anyMatch(check -> check.harmlessness().equals(Harmlessness.FORBIDDEN.name()));
        assertThat(key.life() != Life.ACTIVE)
                .as("%s %d is out of use", nature, number)
                .isEqualTo(forbidden);
    }

    private static @Nullable String verdictOf(Nature nature) {
        return switch (nature) {
            case GOOD, FOUND_OUT, ABLE -> Verdict.Kind.ACCEPTED.name();
            case REJECTED -> Verdict.Kind.CREDENTIALS_REJECTED.name();
            case SILENT -> null;
        };
    }

    private static Set<Harmlessness> harmlessnessOf(Nature nature) {
        return switch (nature) {
            case GOOD -> Set.of(Harmlessness.PROVEN);
            case FOUND_OUT -> Set.of(Harmlessness.PROVEN, Harmlessness.FORBIDDEN);
            case ABLE -> Set.of(Harmlessness.FORBIDDEN);
            case REJECTED, SILENT -> Set.of(Harmlessness.CANNOT_BE_PROVEN);
        };
    }

    private long count(String query, Object... arguments) {
        return jdbi.withHandle(handle -> {
            var counting = handle.createQuery(query);
            for (var position = 0; position < arguments.length; position++) {
                counting.bind(position, arguments[position]);
            }
            return counting.mapTo(Long.class).one();
        });
    }
}
