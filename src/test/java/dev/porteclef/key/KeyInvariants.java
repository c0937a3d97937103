package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.KeyModel.Nature;
import dev.porteclef.key.KeyModel.Stage;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.vault.Vaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What must hold in a database at rest, whenever the process that used it died.
final class KeyInvariants {

    private final TestDatabase server;
    private final TestDatabase.Fresh database;
    private final Jdbi jdbi;
    private final JdbiExchangeKeys keys;
    private final KeyStrongbox strongbox;
    private final KeyExchange exchange;
    private final KeyEvidence evidence;

    KeyInvariants(TestDatabase server, DataSource source, Path masterKey, KeyExchange exchange) {
        this.server = server;
        this.database = server.on(source);
        this.jdbi = database.jdbi();
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(Vaults.on(jdbi, masterKey), keys);
        this.exchange = exchange;
        this.evidence = new KeyEvidence(jdbi, exchange);
    }

    /// Public for Jdbi's sake, within a class that is not.
    public record Recorded(String act, String details) {}

    /// Checks every row, and returns how each key stands.
    Map<Integer, Stage> check() {
        waitForWhatIsStillUnderWay();
        var found = new TreeMap<Integer, ExchangeKey>();
        for (var owner : KeyMoves.customers()) {
            for (var key : keys.of(owner)) {
                assertThat(found.put(KeyMoves.numberOf(key), key))
                        .as("another key %s", key.label())
                        .isNull();
            }
        }
        found.forEach((number, key) -> assertWhole(key, number));
        assertReplacements(found);
        var stages = found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Stage.of(entry.getValue())));
        var kept = stages.values().stream().filter(stage -> stage.sealed).count();
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
        return stages;
    }

    /// A server notices the death of its client late, and may be about to commit until then.
    private void waitForWhatIsStillUnderWay() {
        if (server == TestDatabase.POSTGRESQL) {
            database.transactions()
                    .executeWithoutResult(status -> jdbi.useHandle(handle -> handle.execute(
                            "lock table exchange_key, key_secret, key_check, audit_event in exclusive mode")));
        }
    }

    private void assertWhole(ExchangeKey key, int number) {
        var stage = Stage.of(key);
        var name = "%s %d, %s".formatted(Nature.of(number), number, stage);
        if (stage.sealed) {
            assertSecrets(key, number);
        } else {
            assertThat(keys.secrets(key.id())).as("secrets of %s", name).isEmpty();
        }
        String told = jdbi.withHandle(handle -> handle.createQuery(
                        "select headline || ' ' || coalesce(cause, '') from exchange_key where id = :id")
                .bind("id", key.id())
                .mapTo(String.class)
                .one());
        assertThat(told)
                .as("what the row of %s says it amounts to", name)
                .isEqualTo(key.headline() + " "
                        + LikelyCause.of(key).map(LikelyCause::name).orElse(""));
        assertThat(key.standing().destroyBy() != null).as("%s has an end", name).isEqualTo(stage.isOnItsWayOut());
        if (stage == Stage.FOUND_OUT || stage == Stage.REFUSED) {
            assertThat(count("select count(*) from exchange_key where fingerprint is not null and id = ?", key.id()))
                    .as("%s recognisable", name)
                    .isZero();
        } else {
            assertRecognisable(key, number);
        }
        var acts = recorded(key).stream().map(Recorded::act).toList();
        var checks = evidence.assertOf(key, number);
        // A check by a round that was overtaken by the owner's, or the other way round, is history and no act.
        var mayBeOvertaken = acts.contains("LEAK_REPORTED") || acts.contains("KEY_REPLACED");
        assertThat(acts.stream().filter(KeyEvidence.ACTS::contains).count())
                .as("checks of %s on the record", name)
                .isBetween(mayBeOvertaken ? 1L : (long) checks, (long) checks);
        assertThat(acts.stream().filter("SECRET_DESTROYED"::equals))
                .as("ends of %s on the record", name)
                .hasSize(stage.isEnded() ? 1 : 0);
        assertThat(acts.stream().filter("KEY_REVOKED"::equals))
                .as("revocations of %s on the record", name)
                .hasSize(stage == Stage.REVOKED ? 1 : 0);
        assertLastPause(stage, acts, name);
    }

    /// What the record says last of pauses is how the key stands.
    private static void assertLastPause(Stage stage, List<String> acts, String name) {
        var last = acts.stream()
                .filter(List.of("KEY_PAUSED", "KEY_RESUMED", "LEAK_REPORTED")::contains)
                .reduce("", (before, after) -> after);
        switch (stage) {
            case PAUSED -> assertThat(last).as(name).isEqualTo("KEY_PAUSED");
            case LEAKED, LEAKED_ENDED -> assertThat(last).as(name).isEqualTo("LEAK_REPORTED");
            case DRAFT, ACTIVE -> assertThat(last).as(name).isIn("", "KEY_RESUMED");
            case REPLACED, REPLACED_ENDED -> assertThat(last).as(name).isNotEqualTo("LEAK_REPORTED");
            case REVOKED, FOUND_OUT -> assertThat(stage.sealed).isFalse();
            case REFUSED -> assertThat(last).as(name).isEmpty();
            case ABSENT -> throw new AssertionError(name);
        }
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
        }
    }

    private void assertRecognisable(ExchangeKey key, int number) {
        try (var typed = KeyFixture.pair(KeyMoves.apiKey(number), KeyMoves.secret(number))) {
            assertThat(keys.fingerprint(key.id()))
                    .isEqualTo(strongbox.fingerprint(RealExchanges.bitfinex(), key.environment(), typed.get("apiKey")));
        }
    }

    /// The switch has happened on both sides or on neither: a key that has taken another's place is the only one that
    /// has, and the other is not in use; a key whose place is taken names, on the record, who took it.
    private void assertReplacements(Map<Integer, ExchangeKey> found) {
        var byId = found.values().stream().collect(Collectors.toMap(ExchangeKey::id, key -> key));
        var successors = found.values().stream()
                .filter(key -> key.standing().replaces() != null && key.life() != Life.DRAFT)
                .collect(Collectors.groupingBy(key -> key.standing().replaces()));
        successors.forEach((id, takers) -> {
            assertThat(takers).extracting(ExchangeKey::label).hasSize(1);
            var old = byId.get(id);
            if (old != null) {
                assertThat(Stage.of(old))
                        .as("%s, replaced by %s", old.label(), takers.getFirst().label())
                        .isNotIn(Stage.DRAFT, Stage.ACTIVE, Stage.PAUSED, Stage.REFUSED);
                assertThat(replacedBy(old))
                        .as(old.label())
                        .last()
                        .isEqualTo(takers.getFirst().label());
            }
        });
        found.values().stream().filter(key -> key.life() == Life.REPLACED).forEach(old -> {
            var by = replacedBy(old);
            assertThat(by).as(old.label()).hasSize(1);
            var taker = found.values().stream()
                    .filter(key -> key.label().equals(by.getFirst()))
                    .findFirst();
            taker.ifPresent(key -> assertThat(successors.get(old.id()))
                    .as("%s, which has replaced %s", key.label(), old.label())
                    .isNotNull()
                    .contains(key));
        });
    }

    private List<String> replacedBy(ExchangeKey old) {
        return recorded(old).stream()
                .filter(row -> row.act().equals("KEY_REPLACED"))
                .map(row ->
                        JsonMapper.shared().readTree(row.details()).get("by").asString())
                .toList();
    }

    private List<Recorded> recorded(ExchangeKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select act, details
                        from audit_event
                        where object_id = :id
                        order by number
                        """)
                .bind("id", key.id())
                .map(ConstructorMapper.of(Recorded.class))
                .list());
    }

    private long count(String query, @Nullable Object... arguments) {
        return jdbi.withHandle(handle -> {
            var counting = handle.createQuery(query);
            for (var position = 0; position < arguments.length; position++) {
                counting.bind(position, arguments[position]);
            }
            return counting.mapTo(Long.class).one();
        });
    }
}
