package dev.porteclef.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.transaction.IllegalTransactionStateException;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditLogTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00.123456Z");
    private static final SignedInUser ALICE = person(Role.CUSTOMER);
    private static final SignedInUser BOB = person(Role.CUSTOMER);

    private final TestDatabase.Fresh database;
    private final TurnableClock clock = new TurnableClock(START);
    private final AuditLog log;

    AuditLogTest(TestDatabase kind) {
        database = kind.fresh();
        log = new JdbiAuditLog(database.jdbi(), new CurrentUser(), clock);
    }

    @Test
    void a_row_comes_back_as_it_was_recorded() {
        var key = UUID.randomUUID();
        record(Act.KEY_CONNECTED, ALICE.id(), ALICE.id(), key, Map.of("label", "grille d'été « 1 »", "code", "10114"));
        assertThat(journalOf(ALICE)).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(START);
            assertThat(entry.act()).isEqualTo(Act.KEY_CONNECTED);
            assertThat(entry.actor()).isEqualTo(ALICE.id());
            assertThat(entry.subject()).isEqualTo(ALICE.id());
            assertThat(entry.object()).isEqualTo(key);
            assertThat(entry.details())
                    .containsOnly(Map.entry("label", "grille d'été « 1 »"), Map.entry("code", "10114"));
        });
    }

    @Test
    void what_the_portal_itself_does_has_no_actor() {
        record(Act.SIGN_IN_FAILED, null, ALICE.id(), null, Map.of());
        assertThat(journalOf(ALICE)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isNull();
            assertThat(entry.object()).isNull();
        });
    }

    @Test
    void the_journal_is_newest_first_and_can_be_paged_without_gap_or_repetition() {
        for (var number = 0; number < 7; number++) {
            record(Act.KEY_CHECKED, ALICE.id(), ALICE.id(), null, Map.of("number", "" + number));
        }
        try (var _ = SignedIn.as(ALICE)) {
            var first = log.ownJournal(Long.MAX_VALUE, 3);
            var second = log.ownJournal(first.getLast().number(), 3);
            var third = log.ownJournal(second.getLast().number(), 3);
            assertThat(numbers(first)).containsExactly("6", "5", "4");
            assertThat(numbers(second)).containsExactly("3", "2", "1");
            assertThat(numbers(third)).containsExactly("0");
        }
    }

    @Test
    void nobody_reads_the_rows_of_another() {
        var key = UUID.randomUUID();
        record(Act.KEY_CONNECTED, ALICE.id(), ALICE.id(), key, Map.of());
        record(Act.STAFF_LOOKED, BOB.id(), ALICE.id(), key, Map.of());
        assertThat(journalOf(ALICE)).hasSize(2);
        assertThat(journalOf(BOB)).isEmpty();
        try (var _ = SignedIn.as(BOB)) {
            assertThat(log.ownJournalOf(key, Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void the_story_of_one_key_is_oldest_first_since_a_moment() {
        var key = UUID.randomUUID();
        record(Act.KEY_CONNECTED, ALICE.id(), ALICE.id(), key, Map.of());
        clock.turnBy(Duration.ofMinutes(1));
        record(Act.KEY_CHECKED, ALICE.id(), ALICE.id(), key, Map.of());
        record(Act.KEY_CHECKED, ALICE.id(), ALICE.id(), UUID.randomUUID(), Map.of());
        record(Act.KEY_DELETED, ALICE.id(), ALICE.id(), key, Map.of());
        try (var _ = SignedIn.as(ALICE)) {
            assertThat(log.ownJournalOf(key, START))
                    .extracting(AuditEntry::act)
                    .containsExactly(Act.KEY_CONNECTED, Act.KEY_CHECKED, Act.KEY_DELETED);
            assertThat(log.ownJournalOf(key, clock.instant()))
                    .extracting(AuditEntry::act)
                    .containsExactly(Act.KEY_CHECKED, Act.KEY_DELETED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set act = 'SIGNED_OUT'",
                "update audit_event set details = '{}' where number = 1",
                "delete from audit_event",
                "delete from audit_event where number = 1",
                "truncate table audit_event"
            })
    void the_database_refuses_to_change_or_delete_rows(String statement) {
        record(Act.SIGNED_IN, ALICE.id(), ALICE.id(), null, Map.of("from", "a test"));
        var before = journalOf(ALICE);
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(statement)))
                .isInstanceOf(JdbiException.class)
                .hasMessageMatching("(?s).*(append-only|[Cc]annot truncate).*");
        assertThat(journalOf(ALICE)).isEqualTo(before).hasSize(1);
    }

    @Test
    void an_act_rolled_back_leaves_no_row() {
        assertThatThrownBy(() -> database.transactions().executeWithoutResult(_ -> {
                    log.record(Act.KEY_CONNECTED, ALICE.id(), ALICE.id(), null, Map.of());
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(journalOf(ALICE)).isEmpty();
    }

    @Test
    void nothing_is_recorded_outside_of_a_transaction() {
        assertThatThrownBy(() -> log.record(Act.SIGNED_IN, ALICE.id(), ALICE.id(), null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(journalOf(ALICE)).isEmpty();
    }

    @Test
    void long_details_are_cut_between_characters() {
        record(Act.KEY_CONNECTED, ALICE.id(), ALICE.id(), null, Map.of("label", "🔑".repeat(300)));
        assertThat(journalOf(ALICE).getFirst().details()).containsEntry("label", "🔑".repeat(200));
    }

    @Test
    void only_customers_have_a_journal() {
        var factory = new ProxyFactory(log);
        factory.addAdvisor(AuthorizationManagerBeforeMethodInterceptor.preAuthorize());
        var secured = (AuditLog) factory.getProxy();
        try (var _ = SignedIn.as(person(Role.SUPPORT))) {
            assertThatThrownBy(() -> secured.ownJournal(Long.MAX_VALUE, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> secured.ownJournalOf(UUID.randomUUID(), START))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> secured.ownJournal(Long.MAX_VALUE, 1))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        try (var _ = SignedIn.as(ALICE)) {
            assertThat(secured.ownJournal(Long.MAX_VALUE, 1)).isEmpty();
        }
    }

    private void record(
            Act act, @Nullable UserId actor, UserId subject, @Nullable UUID object, Map<String, String> details) {
        database.transactions().executeWithoutResult(_ -> log.record(act, actor, subject, object, details));
    }

    private List<AuditEntry> journalOf(SignedInUser user) {
        try (var _ = SignedIn.as(user)) {
            return log.ownJournal(Long.MAX_VALUE, 100);
        }
    }

    private static List<String> numbers(List<AuditEntry> entries) {
        return entries.stream().map(entry -> entry.details().get("number")).toList();
    }

    private static SignedInUser person(Role role) {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(role), Language.ENGLISH, true);
    }
}
