package dev.porteclef.mail;

import dev.porteclef.key.KeyDeleted;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where features put what is to be mailed. A mail stands or falls with the transaction of what it tells of,
/// and goes out later, at least once; whether its customer wants it is asked only then. Decision 0016.
@Component
public class Outbox {

    private static final Set<MailState> TOLD = EnumSet.of(MailState.SENT, MailState.WOULD_BE_SENT);

    private final JdbiOutbox store;
    private final Clock clock;

    Outbox(Jdbi jdbi, Clock clock) {
        this.store = new JdbiOutbox(jdbi);
        this.clock = clock;
    }

    /// Puts a mail into the outbox, unless the same occasion is in it already; fails where no transaction is open.
    ///
    /// @return whether it was new
    public boolean put(MailDraft draft) {
        requireTransaction();
        return store.insert(new MailId(UUID.randomUUID()), draft, now());
    }

    /// The latest mail about a key that is of one of `kinds` and was not taken back.
    public Optional<MailKind> latest(UserId owner, KeyId key, Set<MailKind> kinds) {
        return store.latest(owner, key, kinds, EnumSet.complementOf(EnumSet.of(MailState.TAKEN_BACK)));
    }

    /// The latest mail about a key that is of one of `kinds` and was sent, or would have been.
    public Optional<MailKind> latestTold(UserId owner, KeyId key, Set<MailKind> kinds) {
        return store.latest(owner, key, kinds, TOLD);
    }

    /// Takes back what no mail server has seen yet: all of that kind about that key. Fails where no transaction is
    /// open.
    ///
    /// @return whether there was any
    public boolean takeBack(UserId owner, KeyId key, MailKind kind) {
        requireTransaction();
        return store.takeBack(owner, key, kind, now());
    }

    /// What was written about a key goes with it, names and answers in it. What nobody can decline is sent all the
    /// same, and so is what a run of answers says of more keys than this one; [#sweep()] takes them afterwards.
    @EventListener
    void forget(KeyDeleted deleted) {
        store.forget(deleted.owner(), deleted.key());
    }

    /// Forgets what has ended about keys that are gone.
    @Scheduled(initialDelayString = "PT13M", fixedDelayString = "PT24H")
    void sweep() {
        store.sweep();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("a mail needs the transaction of what it tells of");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
