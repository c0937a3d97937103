package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sees secrets out that are kept only until the exchange refuses them: asks about them once a day, and destroys what
/// is still there when its time is up. Runs at the start and every hour; several nodes may run it at once.
@Component
class OutlivedSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(OutlivedSecrets.class);
    private static final Duration ASKED_EVERY = Duration.ofDays(1);
    /// How many questions one round asks at most, so that it never crowds out a person.
    private static final int A_ROUND = 20;
    /// Among how many keys it looks for them, for one that cannot be asked about stays in front.
    private static final int LOOKED_AT = 500;

    private final JdbiExchangeKeys keys;
    private final JdbiOutlivedSecrets outlived;
    private final KeyCheckup checkup;
    private final KeyJournal journal;
    private final Clock clock;
    private final TransactionTemplate transactions;

    OutlivedSecrets(
            Jdbi jdbi,
            KeyCheckup checkup,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.outlived = new JdbiOutlivedSecrets(jdbi);
        this.checkup = checkup;
        this.journal = new KeyJournal(audit, currentUser);
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// One round. What fails for one key is logged without its message, and the others go on.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void seeOut() {
        for (var due : outlived.dueForDestruction(clock.instant())) {
            attempt(due, () -> destroy(due.owner(), due.id()));
        }
        var asked = new AtomicInteger();
        for (var due : outlived.dueForQuestion(clock.instant().minus(ASKED_EVERY), LOOKED_AT)) {
            if (asked.get() == A_ROUND) {
                break;
            }
            attempt(due, () -> {
                if (checkup.check(due.owner(), due.id(), Occasion.WATCHED, _ -> {}) instanceof CheckOutcome.Checked) {
                    asked.incrementAndGet();
                }
            });
        }
    }

    private void destroy(UserId owner, KeyId id) {
        transactions.executeWithoutResult(status -> keys.lock(owner, id)
                .filter(key -> key.standing().destroyBy() != null
                        && !key.standing().destroyBy().isAfter(clock.instant()))
                .ifPresent(key -> {
                    keys.destroySecrets(id);
                    keys.update(key.with(key.standing().withoutEnd()));
                    if (key.sealed()) {
                        journal.record(Act.SECRET_DESTROYED, key, Map.of());
                    }
                }));
    }

    private static void attempt(JdbiOutlivedSecrets.Due due, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Seeing out key {} failed: {}", due.id(), e.getClass().getName());
        }
    }
}
