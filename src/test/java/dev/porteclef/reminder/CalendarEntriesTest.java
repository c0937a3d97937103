package dev.porteclef.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.mail.MailFixture;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a calendar is told over time: the same entry moves, and is taken back when its key is gone.
@Timeout(60)
class CalendarEntriesTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_entry_moves_with_its_key_through_rename_and_replacement(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var first = ReminderFixtures.connected(fixture, "Bot");
            var connected = one(fixture, customer, "Bot");
            assertThat(connected.revision()).isZero();
            assertThat(one(fixture, customer, "Bot")).isEqualTo(connected);

            fixture.get(KeyUpkeep.class).rename(first, "Grid bot");
            var renamed = one(fixture, customer, "Grid bot");
            assertThat(renamed.uid()).isEqualTo(connected.uid());
            assertThat(renamed.revision()).isEqualTo(1);

            fixture.clock.turnBy(Duration.ofDays(30));
            var second = ReminderFixtures.replaced(fixture, first, "Grid bot 2");
            fixture.clock.turnBy(Duration.ofDays(30));
            ReminderFixtures.replaced(fixture, second, "Grid bot 3");
            fixture.get(ExchangeKeys.class).delete(first);
            var moved = one(fixture, customer, "Grid bot 3");
            assertThat(moved.uid()).isEqualTo(connected.uid());
            assertThat(moved.revision()).isEqualTo(2);
            assertThat(moved.day()).isEqualTo(connected.day().plusDays(60));
            assertThat(rotations(fixture, customer)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_deleted_key_is_taken_back_for_a_month_and_then_forgotten(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "Bot");
            ReminderFixtures.connected(fixture, "Other");
            var before = one(fixture, customer, "Bot");
            fixture.get(ExchangeKeys.class).delete(key);
            var cancelled = one(fixture, customer, "Bot");
            assertThat(cancelled.isCancelled()).isTrue();
            assertThat(cancelled.revision()).isEqualTo(before.revision() + 1);
            fixture.clock.turnBy(CalendarEntries.CANCELLED_KEPT.minusSeconds(1));
            assertThat(one(fixture, customer, "Bot")).isEqualTo(cancelled);
            fixture.clock.turnBy(Duration.ofSeconds(1));
            assertThat(rotations(fixture, customer))
                    .extracting(CalendarEntry::label)
                    .containsExactly("Other");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_false_alarm_brings_the_same_entry_back(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            var key = ReminderFixtures.connected(fixture, "Bot");
            var before = one(fixture, customer, "Bot");
            fixture.get(KeyUpkeep.class).reportLeak(key);
            assertThat(one(fixture, customer, "Bot").isCancelled()).isTrue();
            fixture.get(KeyUpkeep.class).resume(key);
            var again = one(fixture, customer, "Bot");
            assertThat(again.isCancelled()).isFalse();
            assertThat(again.uid()).isEqualTo(before.uid());
            assertThat(again.revision()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_monthly_review_begins_once_and_goes_on(TestDatabase database) {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.get(CalendarFeeds.class).download(Language.ENGLISH))
                    .doesNotContain("VEVENT");
            ReminderFixtures.connected(fixture, "Bot");
            var review = review(fixture, Language.ENGLISH);
            assertThat(review.getRecurrenceRule().getValue().getByMonthDay())
                    .containsExactly(ReviewDay.of(customer.id()));
            fixture.clock.turnBy(Duration.ofDays(45));
            var later = review(fixture, Language.FRENCH);
            assertThat(later.getUid()).isEqualTo(review.getUid());
            assertThat(later.getSequence()).isEqualTo(review.getSequence());
            assertThat(later.getDateStart()).isEqualTo(review.getDateStart());
            assertThat(later.getSummary().getValue()).isEqualTo("Contrôler ce que tes clés permettent");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_readers_at_once_make_no_second_entry(TestDatabase database) throws Exception {
        var fixture = ReminderFixtures.on(database);
        var customer = fixture.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            ReminderFixtures.connected(fixture, "Bot");
        }
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var reader : List.of(1, 2).stream()
                    .map(_ -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        return entries(fixture, customer);
                    }))
                    .toList()) {
                assertThat(reader.get()).hasSize(2);
            }
        }
        assertThat(entries(fixture, customer)).hasSize(2).allMatch(entry -> entry.revision() == 0);
    }

    private static VEvent review(MailFixture fixture, Language language) {
        return Biweekly.parse(fixture.get(CalendarFeeds.class).download(language)).first().getEvents().stream()
                .filter(event -> event.getRecurrenceRule() != null)
                .findFirst()
                .orElseThrow();
    }

    private static CalendarEntry one(MailFixture fixture, SignedInUser owner, String label) {
        Map<String, CalendarEntry> byLabel =
                rotations(fixture, owner).stream().collect(Collectors.toMap(CalendarEntry::label, Function.identity()));
        return java.util.Objects.requireNonNull(byLabel.get(label), label);
    }

    private static List<CalendarEntry> rotations(MailFixture fixture, SignedInUser owner) {
        return entries(fixture, owner).stream()
                .filter(entry -> entry.kind() == CalendarEntry.Kind.ROTATION)
                .toList();
    }

    private static List<CalendarEntry> entries(MailFixture fixture, SignedInUser owner) {
        return java.util.Objects.requireNonNull(fixture.transactions()
                .execute(status -> fixture.get(CalendarEntries.class).current(owner.id())));
    }
}
