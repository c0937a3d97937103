package dev.porteclef.mail;

import dev.porteclef.account.Addressees;
import dev.porteclef.account.Addressees.Addressee;
import dev.porteclef.platform.config.Installation;
import jakarta.annotation.PreDestroy;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is in the outbox, one mail after another and never within a database transaction. Several nodes do so at
/// once: a mail belongs to who has taken it up, until it is due again. What a node had in hand when it was killed is
/// sent by another after [#HELD], perhaps a second time. Decision 0016.
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /// How long a mail belongs to who has taken it up; renewed in time while it is being sent, however slowly.
    static final Duration HELD = Duration.ofSeconds(45);
    /// How long a mail waits that only a newer version knows.
    private static final Duration FOR_OTHERS = Duration.ofMinutes(5);
    /// How long a mail waits while a [MailBrake] holds it.
    static final Duration BRAKED = Duration.ofMinutes(1);
    /// And at the longest, after it has been held for long.
    static final Duration LONGEST_BRAKED = Duration.ofMinutes(10);

    private static final int SECONDS_TO_STOP = 4;

    private final JdbiOutbox outbox;
    private final JdbiMailChoices choices;
    private final Unsubscriptions unsubscriptions;
    private final Addressees addressees;
    private final LetterWriter writer;
    private final Envelope envelope;
    private final MailServer server;
    private final ObjectProvider<MailBrake> brakes;
    private final ObjectProvider<MailTruth> truths;
    private final AsyncTaskExecutor executor;
    private final Clock clock;
    private final String portal;
    private final TransactionTemplate transactions;
    private final Semaphore idle = new Semaphore(1);
    private volatile boolean stopping;
    private volatile @Nullable OutboxMail inHand;

    Dispatcher(
            Jdbi jdbi,
            Unsubscriptions unsubscriptions,
            Addressees addressees,
            LetterWriter writer,
            Envelope envelope,
            MailServer server,
            ObjectProvider<MailBrake> brakes,
            ObjectProvider<MailTruth> truths,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            Clock clock,
            Installation installation,
            PlatformTransactionManager transactionManager) {
        this.outbox = new JdbiOutbox(jdbi);
        this.choices = new JdbiMailChoices(jdbi);
        this.unsubscriptions = unsubscriptions;
        this.addressees = addressees;
        this.writer = writer;
        this.envelope = envelope;
        this.server = server;
        this.brakes = brakes;
        this.truths = truths;
        this.executor = executor;
        this.clock = clock;
        this.portal = installation.mail().portal();
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// Begins a round, unless one is under way: beside the scheduler, whose other work a slow server must not hold up.
    @Scheduled(initialDelayString = "${porteclef.mail.every:PT5S}", fixedDelayString = "${porteclef.mail.every:PT5S}")
    void wake() {
        if (!stopping && idle.tryAcquire()) {
            executor.execute(() -> {
                try {
                    dispatch();
                } catch (RuntimeException e) {
                    LOG.warn("A round of mail ended early: {}", e.getClass().getName());
                } finally {
                    idle.release();
                }
            });
        }
    }

    /// Lets the mail in hand go out before the database closes.
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (!idle.tryAcquire(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("Stopped while a mail was being sent; it may be sent again");
        }
    }

    /// Sends until nothing is due, or the server fails.
    void dispatch() {
        while (!stopping) {
            var mail = takeUp().orElse(null);
            if (mail == null || !handle(mail)) {
                return;
            }
        }
    }

    private Optional<OutboxMail> takeUp() {
        var now = now();
        var taken = transactions.execute(status -> outbox.takeUp(now, now.plus(HELD)));
        return taken == null ? Optional.empty() : taken;
    }

    /// @return whether the server can be expected to take another one
    private boolean handle(OutboxMail mail) {
        try {
            var kind = MailKind.named(mail.kind()).orElse(null);
            if (kind == null) {
                // A newer version wrote it, which runs beside this one while the portal is upgraded.
                outbox.postpone(mail, now().plus(FOR_OTHERS), false);
                return true;
            }
            var addressee = addressees.find(mail.owner()).orElse(null);
            if (addressee == null || (!kind.isMandatory() && choices.declines(mail.owner(), kind))) {
                outbox.end(mail, MailState.NOT_WANTED, now());
            } else if (isHeld(kind, mail)) {
                outbox.postpone(mail, now().plus(pause(mail)), false);
            } else {
                tell(mail, kind, addressee);
            }
            return true;
        } catch (RuntimeException e) {
            fail(mail, e);
            return !isServersFault(e);
        }
    }

    private void tell(OutboxMail mail, MailKind kind, Addressee addressee) {
        var facts = facts(kind, mail).orElse(null);
        if (facts == null) {
            outbox.end(mail, MailState.TAKEN_BACK, now());
        } else if (server.isDeclared()) {
            send(mail, outgoing(mail, kind, facts, addressee));
            outbox.end(mail, MailState.SENT, now());
        } else {
            outbox.end(mail, MailState.WOULD_BE_SENT, now());
        }
    }

    private void send(OutboxMail mail, MailServer.Outgoing outgoing) {
        inHand = mail;
        try {
            server.send(outgoing);
        } finally {
            inHand = null;
        }
    }

    /// Holds on to the mail that is being sent: nobody else takes it up as long as this node lives.
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
    void hold() {
        var mail = inHand;
        if (mail != null) {
            outbox.postpone(mail, now().plus(HELD), true);
        }
    }

    /// Whether the next mail would most likely fail, too. A server that refuses one address is well.
    private static boolean isServersFault(RuntimeException failure) {
        return failure instanceof MailException
                && !(failure instanceof MailSendException refused
                        && refused.getMessageExceptions().length > 0
                        && Stream.of(refused.getMessageExceptions()).allMatch(SendFailedException.class::isInstance));
    }

    private boolean isHeld(MailKind kind, OutboxMail mail) {
        var about = mail.about();
        return about != null && brakes.stream().anyMatch(brake -> brake.holds(kind, about));
    }

    /// The longer it is held, the less often it is looked at: tens of thousands must not keep others waiting.
    private Duration pause(OutboxMail mail) {
        var held = Duration.between(mail.createdAt(), now()).dividedBy(4);
        return held.compareTo(BRAKED) < 0 ? BRAKED : held.compareTo(LONGEST_BRAKED) > 0 ? LONGEST_BRAKED : held;
    }

    /// What there is to tell of it now.
    private Optional<MailFacts> facts(MailKind kind, OutboxMail mail) {
        var facts = Optional.of(MailFacts.read(kind, mail.facts()));
        var about = mail.about();
        if (about == null) {
            return facts;
        }
        for (var truth : truths) {
            facts = facts.flatMap(told -> truth.now(mail.owner(), told, about));
        }
        return facts;
    }

    private MailServer.Outgoing outgoing(OutboxMail mail, MailKind kind, MailFacts facts, Addressee addressee) {
        var letter = writer.write(facts, mail.about(), addressee.language());
        var word = choices.word(mail.owner());
        var link = kind.isMandatory()
                ? Optional.<String>empty()
                : Optional.of(portal + Unsubscriptions.PATH + unsubscriptions.mint(mail.owner(), kind));
        var end = link.<Envelope.End>map(Envelope.End.Unsubscribe::new).orElseGet(Envelope.End.Mandatory::new);
        return new MailServer.Outgoing(
                mail.id(),
                addressee.email(),
                letter,
                envelope.text(letter, word, end),
                envelope.html(letter, word, end),
                mail.createdAt(),
                link);
    }

    /// Neither the exception's message nor the mail's contents are logged: both name people.
    private void fail(OutboxMail mail, RuntimeException failure) {
        var pause = Pauses.after(mail.attempts()).orElse(null);
        if (pause == null) {
            outbox.end(mail, MailState.GIVEN_UP, now());
            LOG.error(
                    "Mail {} ({}) is given up after {} attempts: {}",
                    mail.id(),
                    mail.kind(),
                    mail.attempts(),
                    failure.getClass().getName());
        } else {
            outbox.postpone(mail, now().plus(pause), true);
            LOG.warn(
                    "Mail {} ({}) was not taken at attempt {} and is tried again in {}: {}",
                    mail.id(),
                    mail.kind(),
                    mail.attempts(),
                    pause,
                    failure.getClass().getName());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
