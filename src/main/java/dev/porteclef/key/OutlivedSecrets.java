package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sees secrets out that are kept only until the exchange refuses them: destroys what is still there when its time is
/// up. Until then the watch asks about them once a day. Runs at the start and every hour; several nodes may run it at
/// once.
@Component
class OutlivedSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(OutlivedSecrets.class);

    private final JdbiExchangeKeys keys;
    private final JdbiOutlivedSecrets outlived;
    private final KeyJournal journal;
    private final Clock clock;
    private final TransactionTemplate transactions;

    OutlivedSecrets(
            Jdbi jdbi,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.outlived = new JdbiOutlivedSecrets(jdbi);
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
    }

    private void destroy(UserId owner, KeyId id) {
        transactions.executeWithoutResult(status -> keys.lock(owner, id)
                .filter(key -> key.standing().destroyBy() != null
                        && !key.standing().destroyBy().isAfter(clock.instant()))
                .ifPresent(key -> {
                    keys.destroySecrets(id);
                    keys.update(key.with(key.standing().withoutEnd()).withoutSecret(), clock.instant());
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
