package dev.porteclef.practice;

import static dev.porteclef.exchange.Environment.LIVE;
import static dev.porteclef.exchange.Environment.PRACTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A tick takes both: the mistake was really made at the practice exchange, and the portal said so.
class RehearsalTest {

    private static final String[] SPOT = {"orders.read", "orders.write", "wallets.read", "history.read"};

    private PracticeFixture practice = new PracticeFixture(TestDatabase.H2);
    private Client client = new Client(practice.get(PracticeEndpoint.class));
    private long nonce = Instant.now().toEpochMilli();

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void stop() {
        client.close();
        practice.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_warm_up_is_ticked_with_its_time_and_stays_when_the_key_goes(TestDatabase server) throws Exception {
        moveTo(server);
        var made = practice.create(practice.draft(SPOT));
        verify(new Pair(made));
        judge(Headline.ACCEPTED, null);
        var first = practice.rehearsal().made();
        assertThat(first).containsOnlyKeys(Mistake.GOOD);

        verify(new Pair(made));
        judge(Headline.ACCEPTED, null);
        practice.keys().delete(made.id());
        assertThat(practice.rehearsal().made()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void starting_over_takes_the_own_ticks_away_and_nobody_elses(TestDatabase server) throws Exception {
        moveTo(server);
        verify(Pair.of(practice, SPOT));
        judge(Headline.ACCEPTED, null);
        var first = practice.signedIn();
        PracticeFixture.signIn(Role.CUSTOMER);
        assertThat(practice.rehearsal().made()).isEmpty();
        verify(Pair.of(practice, SPOT));
        judge(Headline.ACCEPTED, null);

        practice.rehearsal().startOver();

        assertThat(practice.rehearsal().made()).isEmpty();
        PracticeFixture.signIn(first);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.GOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECOMMENDED_MISSING  | RECOMMENDED_MISSING | orders.read,orders.write,wallets.read
            ORDERS_WRITE_MISSING | MISSING_PERMISSION  | orders.read,wallets.read,history.read
            MORE_THAN_NEEDED     | MORE_THAN_NEEDED    | orders.read,orders.write,wallets.read,history.read,wallets.write
            WITHDRAW_TICKED      | REFUSED             | orders.read,orders.write,wallets.read,history.read,withdraw.write
            """)
    void a_mistake_in_the_boxes(Mistake mistake, Headline headline, String boxes) throws Exception {
        verify(Pair.of(practice, boxes.split(",")));
        judge(headline, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            IP_NOT_LISTED        | CREDENTIALS_REJECTED | -              | IP_NOT_LISTED
            CONFIRMATION_PENDING | CREDENTIALS_REJECTED | -              | CONFIRMATION_PENDING
            KEY_DELETED          | CREDENTIALS_REJECTED | -              | KEY_DELETED
            NONCE_SPOILT         | NONCE_CONFLICT       | -              | NONCE_SPOILT
            MAINTENANCE          | LAST_VERDICT_STAYS   | MAINTENANCE    | MAINTENANCE
            RATE_LIMITED         | LAST_VERDICT_STAYS   | RATE_LIMITED   | RATE_LIMITED
            RATE_LIMITED_OBJECT  | NO_VERDICT           | RATE_LIMITED   | RATE_LIMITED
            BROKEN_OFF           | LAST_VERDICT_STAYS   | BROKEN_OFF     | BROKEN_OFF
            ERROR_PAGE           | LAST_VERDICT_STAYS   | NOT_ITS_ANSWER | ERROR_PAGE
            WITHDRAW_LATER       | REFUSED              | -              | WITHDRAW_LATER
            """)
    void a_mishap(Mishap mishap, Headline headline, @Nullable Outcome noVerdict, Mistake mistake) throws Exception {
        var made = practice.create(practice.draft(SPOT));
        verify(new Pair(made));
        practice.mishaps().befall(made.id(), mishap);
        verify(new Pair(made));
        judge(headline, noVerdict);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(mistake);
    }

    @Test
    void an_empty_account_a_wrong_secret_and_swapped_fields() throws Exception {
        verify(new Pair(practice.create(new PracticeKeyDraft(
                "bot", Set.of(SPOT), null, false, practice.keys().code()))));
        judge(Headline.NO_FUNDED_WALLET, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.NO_FUNDED_WALLET);

        var pair = Pair.of(practice, SPOT);
        verify(new Pair(pair.apiKey(), pair.secret().substring(1) + "x"));
        judge(Headline.CREDENTIALS_REJECTED, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.NO_FUNDED_WALLET, Mistake.WRONG_SECRET);

        verify(new Pair(pair.secret(), pair.apiKey()));
        judge(Headline.CREDENTIALS_REJECTED, null);
        assertThat(practice.rehearsal().made()).hasSize(3).containsKey(Mistake.SWAPPED_FIELDS);
    }

    @Test
    void a_key_that_was_really_deleted_and_a_list_that_really_lacks_the_address() throws Exception {
        var made = practice.create(practice.draft(SPOT));
        practice.keys().delete(made.id());
        verify(new Pair(made));
        judge(Headline.CREDENTIALS_REJECTED, null);
        verify(new Pair(practice.create(practice.listing("10.0.0.1"))));
        judge(Headline.CREDENTIALS_REJECTED, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.KEY_DELETED, Mistake.IP_NOT_LISTED);
    }

    @Test
    void a_race_that_the_second_try_has_won() throws Exception {
        var made = practice.create(practice.draft(SPOT));
        practice.mishaps().befall(made.id(), Mishap.NONCE_RACE);
        client.permissions(new Pair(made), ++nonce);
        nonce += 400;
        verify(new Pair(made));
        judge(Headline.NONCE_RACE, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.NONCE_RACE);
    }

    @Test
    void withdrawing_from_the_start_is_not_withdrawing_later() throws Exception {
        var made = practice.create(practice.draft(SPOT));
        practice.mishaps().befall(made.id(), Mishap.WITHDRAW_LATER);
        verify(new Pair(made));
        judge(Headline.REFUSED, null);
        assertThat(practice.rehearsal().made()).containsOnlyKeys(Mistake.WITHDRAW_TICKED);
    }

    @Test
    void nothing_is_earned_where_the_portal_says_something_else() throws Exception {
        verify(Pair.of(practice, SPOT));
        judge(Headline.CREDENTIALS_REJECTED, null);
        judge(Headline.LAST_VERDICT_STAYS, Outcome.MAINTENANCE);
        assertThat(practice.rehearsal().made()).isEmpty();
    }

    @Test
    void nothing_is_earned_without_the_mistake_by_another_or_at_the_real_exchange() throws Exception {
        judge(Headline.ACCEPTED, null);
        assertThat(practice.rehearsal().made()).isEmpty();

        verify(Pair.of(practice, SPOT));
        judge(LIVE, Headline.ACCEPTED, null);
        var owner = practice.signedIn();
        PracticeFixture.signIn(Role.CUSTOMER);
        judge(Headline.ACCEPTED, null);
        assertThat(practice.rehearsal().made()).isEmpty();
        PracticeFixture.signIn(owner);
        assertThat(practice.rehearsal().made()).isEmpty();
    }

    @Test
    void a_mistake_is_earned_once_by_one_verdict() throws Exception {
        verify(Pair.of(practice, SPOT));
        judge(Headline.ACCEPTED, null);
        practice.rehearsal().startOver();
        judge(Headline.ACCEPTED, null);
        assertThat(practice.rehearsal().made()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_verdict_that_was_rolled_back_earns_nothing(TestDatabase server) throws Exception {
        moveTo(server);
        verify(Pair.of(practice, SPOT));
        transactions().executeWithoutResult(status -> {
            publish(PRACTICE, Headline.ACCEPTED, null);
            status.setRollbackOnly();
        });
        assertThat(practice.rehearsal().made()).isEmpty();
    }

    @Test
    void a_tick_that_cannot_be_written_takes_no_verdict_with_it() throws Exception {
        verify(Pair.of(practice, SPOT));
        practice.database.jdbi().useHandle(handle -> {
            handle.execute("drop table practice_rehearsal");
            handle.execute("create table verdict (id integer)");
        });
        transactions().executeWithoutResult(status -> {
            practice.database.jdbi().useHandle(handle -> handle.execute("insert into verdict values (1)"));
            publish(PRACTICE, Headline.ACCEPTED, null);
        });
        int verdicts = practice.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from verdict")
                        .mapTo(Integer.class)
                        .one());
        assertThat(verdicts).isEqualTo(1);
    }

    @Test
    void only_customers_rehearse() {
        PracticeFixture.signIn(Role.SUPPORT);
        assertThatThrownBy(() -> practice.rehearsal().made()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> practice.rehearsal().startOver()).isInstanceOf(AccessDeniedException.class);
    }

    /// What the portal asks in one verification.
    private void verify(Pair pair) throws InterruptedException {
        try {
            if (client.permissions(pair, ++nonce).statusCode() == 200) {
                client.wallets(pair, ++nonce);
            }
        } catch (IOException e) {
            assertThat(e).hasStackTraceContaining("fixed content-length");
        }
    }

    private void judge(Headline headline, @Nullable Outcome noVerdict) {
        judge(PRACTICE, headline, noVerdict);
    }

    private void judge(Environment where, Headline headline, @Nullable Outcome noVerdict) {
        transactions().executeWithoutResult(status -> publish(where, headline, noVerdict));
    }

    private void publish(Environment where, Headline headline, @Nullable Outcome noVerdict) {
        practice.get(ApplicationEventPublisher.class)
                .publishEvent(new KeyJudged(
                        practice.signedIn().id(),
                        new KeyId(UUID.randomUUID()),
                        PracticeServer.IMITATED,
                        where,
                        Strategy.of("spot"),
                        null,
                        headline,
                        noVerdict));
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(practice.get(PlatformTransactionManager.class));
    }

    private void moveTo(TestDatabase server) {
        stop();
        practice = new PracticeFixture(server);
        client = new Client(practice.get(PracticeEndpoint.class));
        PracticeFixture.signIn(Role.CUSTOMER);
    }
}
