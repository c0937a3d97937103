package dev.porteclef.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.console.StatedKeys;
import dev.porteclef.console.overview.Failures.Reason;
import dev.porteclef.console.overview.FirstAttempts.Rate;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Rules;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The overview tells what is recorded, and no more, on both databases.
@Timeout(60)
class OverviewTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void where_nothing_is_recorded_nothing_is_told(TestDatabase server) {
        var picture = overview(server.fresh().jdbi()).picture(Lookback.MONTH);

        assertThat(picture.at()).isEqualTo(NOW);
        assertThat(picture.countedUntil()).isNull();
        assertThat(picture.standings()).isEqualTo(new Standings(Map.of(), 0, 0, 0));
        assertThat(picture.failures().reasons()).isEmpty();
        assertThat(picture.way()).isEqualTo(new Way(0, 0, 0, 0, 0, 0, null, null));
        assertThat(picture.firstAttempts().byLanguage()).isEmpty();
        assertThat(picture.latencies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void states_and_ages_of_all_keys_are_counted(TestDatabase server) {
        var jdbi = server.fresh().jdbi();
        var stated = new StatedKeys(jdbi);
        var anna = stated.customer();
        stated.key(anna).with("created_at", daysAgo(1)).write();
        stated.key(anna).with("created_at", daysAgo(80)).write();
        stated.key(anna).with("created_at", daysAgo(90)).write();
        stated.key(anna)
                .with("headline", "CREDENTIALS_REJECTED")
                .with("created_at", daysAgo(200))
                .write();
        stated.key(anna)
                .with("headline", "PAUSED")
                .with("life", "PAUSED")
                .with("pause_reason", "CUSTOMER")
                .with("created_at", daysAgo(100))
                .write();
        for (var life : new String[] {"DRAFT", "REPLACED"}) {
            stated.key(anna)
                    .with("headline", life.equals("DRAFT") ? "NO_VERDICT" : "REPLACED")
                    .with("life", life)
                    .with("created_at", daysAgo(300))
                    .write();
        }

        var standings = overview(jdbi).picture(Lookback.WEEK).standings();

        assertThat(standings.states())
                .isEqualTo(Map.of(
                        Headline.ACCEPTED, 3L,
                        Headline.CREDENTIALS_REJECTED, 1L,
                        Headline.PAUSED, 1L,
                        Headline.NO_VERDICT, 1L,
                        Headline.REPLACED, 1L));
        assertThat(standings.keys()).isEqualTo(7);
        assertThat(standings.inUse())
                .as("neither the draft nor the replaced one")
                .isEqualTo(5);
        assertThat(standings.overdue()).as("that of the very day, too").isEqualTo(3);
        assertThat(standings.due()).isEqualTo(1);
        assertThat(standings.fine()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void failures_are_told_by_day_and_by_what_stands_behind_them(TestDatabase server) {
        var jdbi = server.fresh().jdbi();
        failure(jdbi, TODAY, "CREDENTIALS_REJECTED", "ADDRESS_NOT_LISTED", false, 2);
        failure(jdbi, TODAY, "IP_NOT_ALLOWED", "ADDRESS_NOT_LISTED", false, 3);
        failure(jdbi, TODAY, "IP_NOT_ALLOWED", "ADDRESS_NOT_LISTED", true, 10);
        failure(jdbi, TODAY.minusDays(6), "MISSING_PERMISSION", "", false, 4);
        failure(jdbi, TODAY.minusDays(7), "MISSING_PERMISSION", "", false, 50);
        failure(jdbi, TODAY.minusDays(30), "NONCE_CONFLICT", "", false, 9);

        var week = overview(jdbi).picture(Lookback.WEEK).failures();
        var month = overview(jdbi).picture(Lookback.MONTH).failures();

        var address = new Reason("key.likely.ADDRESS_NOT_LISTED");
        var box = new Reason("key.headline.MISSING_PERMISSION");
        assertThat(week.reasons()).as("the most frequent first").containsExactly(address, box);
        assertThat(week.on(TODAY, address)).as("whatever the headline").isEqualTo(15);
        assertThat(week.on(TODAY, box)).isZero();
        assertThat(week.of(box)).isEqualTo(4);
        assertThat(month.reasons()).as("thirty days, not thirty-one").containsExactly(box, address);
        assertThat(month.of(box)).isEqualTo(54);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_way_is_told_by_how_far_each_came_and_how_long_it_took(TestDatabase server) {
        var jdbi = server.fresh().jdbi();
        var ways = new Ways(jdbi);
        for (var minutes : new int[] {10, 20, 30, 40, 500}) {
            ways.add("en", daysAgo(2), 0, 1, 5, minutes, "spot");
        }
        ways.add("fr", daysAgo(3), null, 0, 7, 7, "spot+transfers");
        ways.add("fr", daysAgo(3), 0, 2, 9, null, "margin");
        ways.add("fr", daysAgo(3), 0, 2, null, null, null);
        ways.add("en", daysAgo(3), 0, null, null, null, null);
        ways.add("en", daysAgo(8), 0, 1, 3, 3, "margin");
        // Had a key before steps were noted: came from nobody knows where.
        ways.add("en", daysAgo(1), null, null, 0, 0, null);

        var week = overview(jdbi).picture(Lookback.WEEK);
        var month = overview(jdbi).picture(Lookback.MONTH);

        assertThat(week.way()).isEqualTo(new Way(9, 1, 8, 7, 6, 5, Duration.ofMinutes(30), Duration.ofMinutes(500)));
        assertThat(month.way().began()).isEqualTo(10);
        assertThat(week.firstAttempts().byStrategy())
                .as("green at once, whatever was added")
                .isEqualTo(Map.of("spot", new Rate(1, 6), "margin", new Rate(0, 1)));
        assertThat(month.firstAttempts().byLanguage())
                .isEqualTo(Map.of(Language.ENGLISH, new Rate(1, 6), Language.FRENCH, new Rate(1, 2)));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_exchange_s_times_are_told_by_day_from_rounded_ones(TestDatabase server) {
        var jdbi = server.fresh().jdbi();
        calls(jdbi, TODAY, "LIVE", 100, false, 5);
        calls(jdbi, TODAY, "LIVE", 200, false, 3);
        calls(jdbi, TODAY, "LIVE", 200, true, 1);
        calls(jdbi, TODAY, "LIVE", 9_000, false, 1);
        calls(jdbi, TODAY, "PRACTICE", 10, false, 1);
        calls(jdbi, TODAY.minusDays(7), "PRACTICE", 10, false, 1);

        var week = overview(jdbi).picture(Lookback.WEEK).latencies();

        assertThat(week)
                .containsExactly(
                        new Latency(
                                new ExchangeId("bitfinex"),
                                Environment.LIVE,
                                Map.of(TODAY, new Latency.Day(100, 200, 10))),
                        new Latency(
                                new ExchangeId("bitfinex"),
                                Environment.PRACTICE,
                                Map.of(TODAY, new Latency.Day(10, 10, 1))));
    }

    private static Overview overview(Jdbi jdbi) {
        return new Overview(jdbi, Rules.rotation(90), new TurnableClock(NOW));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static void failure(Jdbi jdbi, LocalDate day, String headline, String cause, boolean madeUp, int keys) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into console_failure_day values (:day, :headline, :cause, :madeUp, :keys)")
                .bind("day", day)
                .bind("headline", headline)
                .bind("cause", cause)
                .bind("madeUp", madeUp)
                .bind("keys", keys)
                .execute());
    }

    private static void calls(Jdbi jdbi, LocalDate day, String environment, int took, boolean madeUp, int calls) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into console_latency_day
                        values (:day, 'bitfinex', :environment, :took, :madeUp, :calls)
                        """)
                .bind("day", day)
                .bind("environment", environment)
                .bind("took", took)
                .bind("madeUp", madeUp)
                .bind("calls", calls)
                .execute());
    }

    /// Customers' ways as rows.
    private static final class Ways {

        private final Jdbi jdbi;
        private final StatedKeys stated;
        private int number;

        Ways(Jdbi jdbi) {
            this.jdbi = jdbi;
            this.stated = new StatedKeys(jdbi);
        }

        /// Each step so many minutes after the beginning, or never.
        void add(
                String language,
                Instant began,
                @Nullable Integer guide,
                @Nullable Integer form,
                @Nullable Integer checked,
                @Nullable Integer green,
                @Nullable String strategy) {
            UserId owner = stated.customer("way-" + number++ + "@example.com", language);
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into journey (owner, began_at, guide_at, form_at, checked_at, green_at, strategy)
                            values (:owner, :began, :guide, :form, :checked, :green, :strategy)
                            """)
                    .bind("owner", owner)
                    .bind("began", began)
                    .bindByType("guide", after(began, guide), Instant.class)
                    .bindByType("form", after(began, form), Instant.class)
                    .bindByType("checked", after(began, checked), Instant.class)
                    .bindByType("green", after(began, green), Instant.class)
                    .bind("strategy", strategy)
                    .execute());
        }

        private static @Nullable Instant after(Instant began, @Nullable Integer minutes) {
            return minutes == null ? null : began.plus(Duration.ofMinutes(minutes));
        }
    }
}
