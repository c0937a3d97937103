package dev.porteclef.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.MailFixture;
import dev.porteclef.mail.Mails;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the days bring, by a clock that is turned and never back.
@Timeout(60)
class DailyRoundTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_is_told_of_two_weeks_before_ninety_days_and_then_once_more(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var today = today(fixture);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            ReminderFixtures.connected(fixture, "My bot");
        }
        var due = new MailFacts.RotationDue("My bot", today, today.plusDays(90), 90, false);
        var overdue = new MailFacts.RotationDue("My bot", today, today.plusDays(90), 90, true);
        assertThat(toldAfter(fixture, customer.id(), 75)).isEmpty();
        assertThat(toldAfter(fixture, customer.id(), 1)).containsExactly(due);
        assertThat(toldAfter(fixture, customer.id(), 13)).containsExactly(due);
        assertThat(toldAfter(fixture, customer.id(), 1)).containsExactly(due, overdue);
        assertThat(toldAfter(fixture, customer.id(), 200)).containsExactly(due, overdue);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_not_in_use_does_not_grow_old_and_a_late_look_tells_once(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var today = today(fixture);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            ReminderFixtures.connected(fixture, "Forgotten");
            var gone = ReminderFixtures.connected(fixture, "Deleted");
            var leaked = ReminderFixtures.connected(fixture, "Leaked");
            var old = ReminderFixtures.connected(fixture, "Old");
            fixture.get(ExchangeKeys.class).delete(gone);
            fixture.get(KeyUpkeep.class).reportLeak(leaked);
            fixture.clock.turnBy(Duration.ofDays(60));
            ReminderFixtures.replaced(fixture, old, "New");
        }
        assertThat(toldAfter(fixture, customer.id(), 60))
                .containsExactly(new MailFacts.RotationDue("Forgotten", today, today.plusDays(90), 90, true));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void live_keys_are_looked_at_once_a_month_from_the_month_after(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var today = today(fixture);
        var practising = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(practising)) {
            ReminderFixtures.connected(fixture, "Practice");
        }
        var trader = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(trader)) {
            var live = ReminderFixtures.connected(fixture, "Live");
            fixture.execute("update exchange_key set environment = 'LIVE' where id = '" + live + "'");
        }
        var review = new MailFacts.PermissionReview(List.of("Live"), 0);
        var day = ReviewDay.next(trader.id(), today.plusMonths(1).withDayOfMonth(1));
        assertThat(reviewsAfter(fixture, trader.id(), ChronoUnit.DAYS.between(today, day) - 1))
                .isEmpty();
        assertThat(reviewsAfter(fixture, trader.id(), 1)).containsExactly(review);
        assertThat(reviewsAfter(fixture, trader.id(), 1)).containsExactly(review);
        assertThat(reviewsAfter(fixture, trader.id(), 30)).containsExactly(review, review);
        assertThat(reviewsAfter(fixture, practising.id(), 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void several_nodes_and_several_rounds_tell_once(TestDatabase database) throws Exception {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            ReminderFixtures.connected(fixture, "One");
            ReminderFixtures.connected(fixture, "Two");
        }
        fixture.clock.turnBy(Duration.ofDays(80));
        var start = new CyclicBarrier(2);
        try (var mails = new Mails();
                var second = fixture.anotherNode(mails.server());
                var threads = Executors.newFixedThreadPool(2)) {
            var rounds = List.of(fixture, second).stream()
                    .map(node -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        node.get(DailyRound.class).remind();
                        return node;
                    }))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
            assertThat(fixture.told(customer.id())).hasSize(2);
            // As if the node had been killed before it ended its round.
            fixture.execute("update reminder_round set done = false");
            fixture.execute("delete from mail_outbox");
            second.get(DailyRound.class).remind();
            assertThat(fixture.told(customer.id())).as("leased to the other").isEmpty();
            fixture.clock.turnBy(DailyRound.LEASE);
            second.get(DailyRound.class).remind();
            assertThat(fixture.told(customer.id())).hasSize(2);
            // Even a round that is run again for no reason tells nothing twice.
            fixture.execute("update reminder_round set done = false");
            fixture.clock.turnBy(DailyRound.LEASE);
            fixture.get(DailyRound.class).remind();
            assertThat(fixture.told(customer.id())).hasSize(2);
        }
    }

    private static LocalDate today(MailFixture fixture) {
        return LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC);
    }

    private static List<MailFacts> reviewsAfter(MailFixture fixture, UserId owner, long days) {
        return toldAfter(fixture, owner, days).stream()
                .filter(MailFacts.PermissionReview.class::isInstance)
                .toList();
    }

    /// What is told when some days have gone by and the last of them had its round.
    private static List<MailFacts> toldAfter(MailFixture fixture, UserId owner, long days) {
        fixture.clock.turnBy(Duration.ofDays(days));
        fixture.get(DailyRound.class).remind();
        return fixture.told(owner);
    }
}
