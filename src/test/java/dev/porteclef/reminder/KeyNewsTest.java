package dev.porteclef.reminder;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailDraft;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.MailFixture;
import dev.porteclef.mail.MailState;
import dev.porteclef.mail.MailTruth;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written when a check changes what a key amounts to, from the exchange's answer to the outbox.
@Timeout(60)
class KeyNewsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void red_is_told_once_with_its_cause_and_so_is_that_it_works_again(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            assertThat(fixture.told(customer.id())).isEmpty();

            var first = fixture.clock.instant();
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS);
            ReminderFixtures.check(fixture, key);
            checkLater(fixture, key);
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            checkLater(fixture, key);
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            checkLater(fixture, key);
            assertThat(fixture.told(customer.id()))
                    .containsExactly(new MailFacts.KeyRed("My bot", Headline.MISSING_PERMISSION, first));

            fixture.dispatch();
            fixture.bitfinex.reset();
            checkLater(fixture, key);
            var again = fixture.clock.instant();
            checkLater(fixture, key);
            assertThat(fixture.told(customer.id()))
                    .hasSize(2)
                    .last()
                    .isEqualTo(new MailFacts.KeyGreen("My bot", Headline.ACCEPTED, again));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_over_before_it_went_out_is_not_told(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            ReminderFixtures.check(fixture, key);
            fixture.brake.on = true;
            fixture.dispatch();
            fixture.bitfinex.reset();
            ReminderFixtures.check(fixture, key);
        } finally {
            fixture.brake.on = false;
        }
        fixture.clock.turnBy(Duration.ofHours(1));
        fixture.dispatch();
        assertThat(fixture.states(customer.id())).containsExactly(MailState.TAKEN_BACK);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void red_is_not_told_of_a_key_that_its_owner_has_paused_before_it_went_out(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.brake.on = true;
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            ReminderFixtures.check(fixture, key);
            fixture.dispatch();
            assertThat(fixture.get(KeyUpkeep.class).pause(key)).isPresent();
        } finally {
            fixture.brake.on = false;
        }
        fixture.clock.turnBy(Duration.ofHours(1));
        fixture.dispatch();
        assertThat(fixture.states(customer.id())).containsExactly(MailState.TAKEN_BACK);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void works_again_is_not_told_where_red_has_not_got_through(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            ReminderFixtures.check(fixture, key);
            // As after a mail server that was down.
            fixture.execute("update mail_outbox set attempts = 1 where owner = '" + customer.id() + "'");
            fixture.bitfinex.reset();
            checkLater(fixture, key);
        }
        fixture.dispatch();
        assertThat(fixture.states(customer.id())).containsOnly(MailState.TAKEN_BACK);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void red_is_told_as_it_is_when_it_goes_out(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.bitfinex.answer(PERMISSIONS, 200, WITHOUT_ORDERS);
            ReminderFixtures.check(fixture, key);
            var about = new AboutKey(StagedBitfinex.ID, Environment.LIVE, key);
            var told = new MailFacts.KeyRed("My bot", Headline.CREDENTIALS_REJECTED, MailFixture.START);
            assertThat(fixture.get(MailTruth.class).now(customer.id(), told, about))
                    .hasValue(new MailFacts.KeyRed("My bot", Headline.MISSING_PERMISSION, MailFixture.START));
            fixture.get(KeyUpkeep.class).reportLeak(key);
            assertThat(fixture.get(MailTruth.class).now(customer.id(), told, about))
                    .as("its owner knows")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_written_about_a_key_goes_with_it(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var deleted = ReminderFixtures.connected(fixture, "My bot");
            var other = ReminderFixtures.connected(fixture, "Other bot");
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            ReminderFixtures.check(fixture, deleted);
            fixture.dispatch();
            ReminderFixtures.check(fixture, other);
            fixture.put(new MailDraft(
                    customer.id(),
                    new MailFacts.WithdrawFound("My bot", MailFixture.START),
                    new AboutKey(StagedBitfinex.ID, Environment.LIVE, deleted),
                    "nobody can decline " + deleted));
            fixture.get(ExchangeKeys.class).delete(deleted);
        }
        assertThat(fixture.states(customer.id()))
                .as("of the other key, and what must be told")
                .containsExactlyInAnyOrder(MailState.WAITING, MailState.WAITING);
        fixture.dispatch();
        assertThat(fixture.states(customer.id())).as("both went out").doesNotContain(MailState.WAITING);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void works_again_is_not_told_of_a_key_that_is_red_again_before_it_went_out(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            ReminderFixtures.check(fixture, key);
            fixture.dispatch();
            fixture.brake.on = true;
            fixture.bitfinex.reset();
            checkLater(fixture, key);
            fixture.dispatch();
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            checkLater(fixture, key);
        } finally {
            fixture.brake.on = false;
        }
        fixture.clock.turnBy(Duration.ofHours(1));
        fixture.dispatch();
        assertThat(fixture.states(customer.id()))
                .as("it is red again, perhaps for another reason")
                .containsExactlyInAnyOrder(MailState.WOULD_BE_SENT, MailState.TAKEN_BACK, MailState.WOULD_BE_SENT);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_outage_is_no_news(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            ReminderFixtures.check(fixture, key);
            fixture.bitfinex.reset();
            ReminderFixtures.check(fixture, key);
        }
        assertThat(fixture.states(customer.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_right_to_withdraw_is_told_whatever_colour_the_key_had(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        assertThat(withdrawFound(fixture, fixture.customer(Language.ENGLISH), false))
                .hasSize(1);
        assertThat(withdrawFound(fixture, fixture.customer(Language.FRENCH), true))
                .hasSize(2);
    }

    private static List<MailFacts> withdrawFound(MailFixture fixture, SignedInUser customer, boolean redBefore) {
        fixture.bitfinex.reset();
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "My bot");
            if (redBefore) {
                fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
                ReminderFixtures.check(fixture, key);
                fixture.clock.turnBy(Duration.ofMinutes(1));
            }
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            ReminderFixtures.check(fixture, key);
        }
        var told = fixture.told(customer.id());
        assertThat(told.getLast()).isEqualTo(new MailFacts.WithdrawFound("My bot", fixture.clock.instant()));
        return told;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_is_told_by_mail_what_they_are_looking_at(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = ReminderFixtures.connected(fixture, "Mistyped");
            fixture.bitfinex.reset();
            ReminderFixtures.check(fixture, key);
        }
        assertThat(fixture.states(customer.id())).isEmpty();
    }

    private static void checkLater(MailFixture fixture, KeyId key) {
        fixture.clock.turnBy(Duration.ofMinutes(1));
        ReminderFixtures.check(fixture, key);
    }
}
