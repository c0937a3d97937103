package dev.porteclef.demo;

import dev.porteclef.demo.Seeds.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The way of somebody who has come lately: how far they got before they had a key, and when.
///
/// @param number which of those who have come lately
/// @param guideAt when the guide was opened, `null` where they came to the form at once
/// @param formAt when the form was opened, `null` where they never did
/// @param connectsAt when the key was submitted, `null` where none was
record MadeUpWay(
        int number,
        UUID customer,
        Instant signedUpAt,
        @Nullable Instant guideAt,
        @Nullable Instant formAt,
        @Nullable Instant connectsAt) {

    static final List<String> COLUMNS =
            List.of("owner", "began_at", "guide_at", "form_at", "checked_at", "green_at", "strategy");

    /// Within the longest period that the overview shows, and long enough ago that a key has met with every fate.
    private static final Duration LEAST = Duration.ofDays(4);

    private static final int SPAN_MINUTES = 25 * 24 * 60;
    private static final int STAYS_AT_GUIDE_PERCENT = 17;
    private static final int STAYS_AT_FORM_PERCENT = 13;
    private static final int STRAIGHT_PERCENT = 12;

    static MadeUpWay of(DemoPlan plan, int number, UUID customer) {
        var random = Seeds.of(plan.seed(), Stream.WAY, number);
        var began = plan.at()
                .minus(LEAST)
                .minus(Duration.ofMinutes(random.nextInt(SPAN_MINUTES)))
                .truncatedTo(ChronoUnit.MILLIS);
        var signedUp = later(began, 1, 12, random);
        var form = later(signedUp, 1, 25, random);
        var connects = later(form, 3, 40, random);
        if (random.nextInt(5) == 0) {
            // Whoever has to come back for it, on another day even.
            connects = later(connects, 30, 1_500, random);
        }
        var stays = random.nextInt(100);
        var straight = random.nextInt(100) < STRAIGHT_PERCENT;
        if (stays < STAYS_AT_GUIDE_PERCENT) {
            return new MadeUpWay(number, customer, signedUp, began, null, null);
        }
        return new MadeUpWay(
                number,
                customer,
                signedUp,
                straight ? null : began,
                form,
                stays < STAYS_AT_GUIDE_PERCENT + STAYS_AT_FORM_PERCENT ? null : connects);
    }

    private static Instant later(Instant at, int least, int most, RandomGenerator random) {
        return at.plusSeconds(60L * least + random.nextInt(60 * (most - least)));
    }

    boolean connects() {
        return connectsAt != null;
    }

    /// The row of the table `journey`.
    ///
    /// @param key what became of their key, `null` where they have none
    @Nullable
    Object[] row(@Nullable KeyRows key) {
        var checkedAt = key == null ? null : key.found().firstVerdictAt();
        return new @Nullable Object[] {
            customer,
            guideAt == null ? formAt : guideAt,
            guideAt,
            formAt,
            checkedAt,
            key == null ? null : key.found().firstGreenAt(),
            key == null || checkedAt == null ? null : key.made().strategy().toString()
        };
    }
}
