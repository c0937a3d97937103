package dev.porteclef.reminder;

import dev.porteclef.key.KeyRoster;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks once a day (UTC) at every customer with a key in use. One node does it; if that is killed, another begins anew
/// after [#LEASE]. Whatever is done twice is told once, for every reminder has an occasion of its own.
@Component
class DailyRound {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);

    static final Duration LEASE = Duration.ofMinutes(30);
    private static final int A_PAGE = 200;

    private final KeyRoster roster;
    private final DueReminders due;
    private final JdbiRounds rounds;
    private final Clock clock;
    private final TransactionTemplate transactions;

    DailyRound(
            Jdbi jdbi, KeyRoster roster, DueReminders due, Clock clock, PlatformTransactionManager transactionManager) {
        this.roster = roster;
        this.due = due;
        this.rounds = new JdbiRounds(jdbi);
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// Does today's round if nobody does or has done it. What fails for one customer is logged without its message, and
    /// the others go on; the next day makes up for it.
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void remind() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!rounds.take(today, now(), now().plus(LEASE))) {
            return;
        }
        for (var page = owners(null); !page.isEmpty(); page = owners(page.getLast())) {
            page.forEach(owner -> attempt(owner, today));
            rounds.extend(today, now().plus(LEASE));
        }
        rounds.finish(today);
    }

    private List<UserId> owners(@Nullable UserId after) {
        return roster.owners(after, A_PAGE);
    }

    private void attempt(UserId owner, LocalDate today) {
        try {
            transactions.executeWithoutResult(status -> due.put(owner, roster.of(owner), today));
        } catch (RuntimeException e) {
            LOG.warn("Reminding {} failed: {}", owner, e.getClass().getName());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
