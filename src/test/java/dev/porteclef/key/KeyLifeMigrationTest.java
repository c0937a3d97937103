package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys that were stored before they had a life are read as what they are.
@Timeout(60)
class KeyLifeMigrationTest {

    private static final Instant CREATED = Instant.parse("2026-10-01T08:00:00.123456Z");
    private static final Instant JUDGED = Instant.parse("2026-10-05T09:30:00Z");

    /// As it was kept before there were ranked causes.
    private static final String OLD_REPORT = """
            {"checks":[
              {"kind":"FORMAT","state":"PASSED","note":null,"evidence":null},
              {"kind":"SIGNATURE","state":"FAILED","note":null,"evidence":{"asked":"POST /v2/auth/r/permissions",
               "status":500,"code":"10100","text":"apikey: invalid","answerHash":"ab12","took":"PT0.2S",
               "at":"2026-10-05T09:30:00Z"}}],
             "granted":null,"comparison":null,"balance":{"wallets":2,"funded":1}}""";

    private final UserId owner = new UserId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void old_rows_are_read_back_right(TestDatabase database) {
        var old = database.fresh("6");
        var accepted = insert(old, "ACTIVE", "ACCEPTED");
        var missing = insert(old, "ACTIVE", "MISSING_PERMISSION");
        var rejected = insert(old, "ACTIVE", "CREDENTIALS_REJECTED", "");
        var lost = insert(old, "ACTIVE", "CREDENTIALS_REJECTED", "abcd");
        var unknown = insert(old, "ACTIVE", null);
        var paused = insert(old, "PAUSED", "ACCEPTED");
        var refused = insert(old, "REFUSED", "ACCEPTED");
        old.jdbi().useHandle(handle -> handle.execute("insert into key_nonce values (?, ?)", new byte[] {1, 2}, 1234L));
        database.migrate(old, "latest");

        var keys = new JdbiExchangeKeys(old.jdbi());
        assertThat(keys.of(owner)).hasSize(7).allSatisfy(key -> {
            assertThat(key.standing().since()).isEqualTo(CREATED);
            assertThat(key.standing().replaces()).isNull();
            assertThat(key.standing().destroyBy()).isNull();
            assertThat(key.findings().swapRefused()).isFalse();
            assertThat(key.findings().acceptedFrom()).isNull();
            assertThat(key.report().diagnosis()).isNull();
            assertThat(key.report().checks()).extracting("kind").containsExactly(CheckKind.FORMAT, CheckKind.SIGNATURE);
            assertThat(key.report().balance()).isNotNull();
        });
        for (var id : new KeyId[] {accepted, missing}) {
            assertThat(keys.find(owner, id)).hasValueSatisfying(key -> {
                assertThat(key.findings().acceptedAt()).isEqualTo(JUDGED);
                assertThat(key.findings().refusedSince()).isNull();
                assertThat(key.life()).isEqualTo(Life.ACTIVE);
                assertThat(key.pauseReason()).isNull();
            });
        }
        assertThat(keys.find(owner, rejected)).hasValueSatisfying(key -> {
            assertThat(key.verdict()).isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);
            assertThat(key.findings().refusedSince()).isEqualTo(JUDGED);
            assertThat(key.findings().acceptedAt()).isNull();
        });
        assertThat(keys.find(owner, lost)).hasValueSatisfying(key -> {
            assertThat(key.verdict()).isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);
            assertThat(key.findings().acceptedAt())
                    .as("its last characters were shown, so it was accepted once")
                    .isEqualTo(CREATED);
        });
        assertThat(keys.find(owner, unknown)).hasValueSatisfying(key -> {
            assertThat(key.headline()).isEqualTo(Headline.NO_VERDICT);
            assertThat(key.findings().acceptedAt()).isNull();
        });
        assertThat(keys.find(owner, paused)).hasValueSatisfying(key -> {
            assertThat(key.pauseReason()).isEqualTo(PauseReason.WITHDRAW);
            assertThat(key.headline()).isEqualTo(Headline.REFUSED);
        });
        assertThat(keys.find(owner, refused).map(ExchangeKey::headline)).contains(Headline.REFUSED);
        assertThat(new JdbiKeyChecks(old.jdbi()).of(owner, rejected, 10))
                .singleElement()
                .satisfies(check -> assertThat(check.report().diagnosis()).isNull());
        List<String> units = old.jdbi()
                .withHandle(handle -> handle.createQuery("select unit from key_nonce")
                        .mapTo(String.class)
                        .list());
        assertThat(units).containsExactly("MILLISECONDS");
    }

    private KeyId insert(TestDatabase.Fresh database, String life, @Nullable String verdict) {
        return insert(database, life, verdict, verdict == null ? "" : "abcd");
    }

    private KeyId insert(TestDatabase.Fresh database, String life, @Nullable String verdict, String tail) {
        var id = new KeyId(UUID.randomUUID());
        var harmlessness = life.equals("ACTIVE") ? Harmlessness.PROVEN : Harmlessness.FORBIDDEN;
        database.jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            insert into exchange_key (
                                id, version, owner, exchange, environment, label, strategy, program, life, tail,
                                secret_version, verdict, verdict_at, harmlessness, no_verdict, no_verdict_since,
                                checked_at, report, created_at)
                            values (
                                :id, 3, :owner, 'bitfinex', 'PRACTICE', 'Old', 'spot', 'ours', :life, :tail,
                                1, :verdict, :judged, :harmlessness, :silence, :silent, :checked, :report, :created)
                            """)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("life", life)
                    .bind("tail", tail)
                    .bind("verdict", verdict)
                    .bindByType("judged", verdict == null ? null : JUDGED, Instant.class)
                    .bind("harmlessness", harmlessness.name())
                    .bind("silence", verdict == null ? "UNREACHABLE" : null)
                    .bindByType("silent", verdict == null ? JUDGED : null, Instant.class)
                    .bind("checked", JUDGED)
                    .bind("report", OLD_REPORT)
                    .bind("created", CREATED)
                    .execute();
            handle.createUpdate("""
                            insert into key_check (id, key_id, at, verdict, no_verdict, harmlessness, report)
                            values (:id, :key, :at, :verdict, null, 'PROVEN', :report)
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("key", id)
                    .bind("at", JUDGED)
                    .bind("verdict", verdict)
                    .bind("report", OLD_REPORT)
                    .execute();
        });
        return id;
    }
}
