package dev.porteclef.console.overview;

import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How the whole stands: figures over all customers' keys and ways, which name nobody.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional(readOnly = true)
public class Overview {

    private final JdbiOverview figures;
    private final RotationRule rotation;
    private final Clock clock;

    Overview(Jdbi jdbi, RotationRule rotation, Clock clock) {
        this.figures = new JdbiOverview(jdbi);
        this.rotation = rotation;
        this.clock = clock;
    }

    /// All figures of one moment.
    ///
    /// @param at the moment
    /// @param countedUntil how far checks are counted, `null` where that has not begun
    public record Picture(
            Instant at,
            @Nullable Instant countedUntil,
            Lookback lookback,
            Standings standings,
            Failures failures,
            Way way,
            FirstAttempts firstAttempts,
            List<Latency> latencies) {

        public Picture {
            latencies = List.copyOf(latencies);
        }
    }

    /// How it stands now, and what came about within `lookback`.
    @Deed(StaffDeed.SEE_OVERVIEW)
    public Picture picture(Lookback lookback) {
        var now = clock.instant();
        var overdue = now.minus(Duration.ofDays(rotation.days()));
        return new Picture(
                now,
                figures.countedUntil(),
                lookback,
                figures.standings(overdue, overdue.plus(Duration.ofDays(rotation.noticeDays()))),
                figures.failures(lookback.first(now)),
                figures.way(lookback.beginning(now)),
                firstAttempts(lookback.beginning(now)),
                figures.latencies(lookback.first(now)));
    }

    private FirstAttempts firstAttempts(Instant from) {
        Map<String, FirstAttempts.Rate> byStrategy = new HashMap<>();
        Map<Language, FirstAttempts.Rate> byLanguage = new HashMap<>();
        for (var some : figures.firstAttempts(from)) {
            byStrategy.merge(Strategy.parse(some.strategy()).profile(), some.rate(), FirstAttempts.Rate::plus);
            byLanguage.merge(some.language(), some.rate(), FirstAttempts.Rate::plus);
        }
        return new FirstAttempts(byStrategy, byLanguage);
    }
}
