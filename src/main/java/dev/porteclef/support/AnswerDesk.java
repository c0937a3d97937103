package dev.porteclef.support;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailDraft;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.Outbox;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where support answers. An answer stands on the page of its key and goes out by mail; that it was given is on the
/// customer's record. A text that gives a credential away is neither sent nor kept.
@Service
@PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
@Transactional
public class AnswerDesk {

    /// The longest answer, in characters.
    public static final int LONGEST = 4_000;

    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R\\s*");

    private final JdbiAnswers answers;
    private final JdbiSupportRequests requests;
    private final CustomersKeys keys;
    private final ReadyAnswers ready;
    private final CredentialGuard guard;
    private final Outbox outbox;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    AnswerDesk(
            Jdbi jdbi,
            CustomersKeys keys,
            ReadyAnswers ready,
            CredentialGuard guard,
            Outbox outbox,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.answers = new JdbiAnswers(jdbi);
        this.requests = new JdbiSupportRequests(jdbi);
        this.keys = keys;
        this.ready = ready;
        this.guard = guard;
        this.outbox = outbox;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// What was said about a key so far, the oldest first. For whoever has opened the key already: that is what is on
    /// the customer's record.
    @Deed(StaffDeed.READ_QUESTION)
    @Transactional(readOnly = true)
    public List<Turn> conversation(KeyId id) {
        return keys.again(id)
                .map(key -> Turn.of(requests.of(key.owner(), id), answers.of(id)))
                .orElse(List.of());
    }

    /// Sends an answer to one key's owner.
    @Deed(StaffDeed.ANSWER)
    public AnswerOutcome answer(KeyId id, AnswerDraft draft) {
        var outcome = answer(id, draft, null);
        if (outcome instanceof AnswerOutcome.Answered) {
            answers.forgetDraft(currentUser.id(), id);
        }
        return outcome;
    }

    /// The same as a part of a run; a key that was answered by the same run already is not answered again.
    @Deed(StaffDeed.ANSWER)
    public AnswerOutcome answer(KeyId id, AnswerDraft draft, @Nullable UUID run) {
        var text = draft.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new AnswerOutcome.NoText();
        }
        if (guard.looksLikeCredential(text)) {
            return new AnswerOutcome.HoldsSecret();
        }
        if (draft.kind() == Answer.Kind.PAUSES && text.contains(ReadyAnswers.TO_FILL_IN)) {
            return new AnswerOutcome.NoReason();
        }
        var key = keys.again(id).orElse(null);
        if (key == null) {
            return new AnswerOutcome.NoSuchKey();
        }
        if (run != null && answers.isAnswered(id, run)) {
            return new AnswerOutcome.AnsweredBefore();
        }
        var possible = switch (draft.kind()) {
            case ANSWER -> true;
            case ASKS_REPLACEMENT -> key.isReplaceable();
            case PAUSES -> keys.pause(id).isPresent();
        };
        if (!possible) {
            return new AnswerOutcome.NotPossible();
        }
        return send(key, new AnswerDraft(draft.kind(), draft.language(), text), run);
    }

    private AnswerOutcome send(ExchangeKey key, AnswerDraft draft, @Nullable UUID run) {
        var answer = new Answer(
                UUID.randomUUID(),
                key.owner(),
                key.id(),
                currentUser.id(),
                draft.kind(),
                draft.language(),
                draft.text(),
                run,
                now(),
                null);
        if (!answers.insert(answer)) {
            return new AnswerOutcome.NoSuchKey();
        }
        requests.settle(key.id(), Glance.Settled.Why.ANSWERED, answer.answeredAt());
        var told = paragraphs(draft.text());
        outbox.put(new MailDraft(
                key.owner(),
                new MailFacts.SupportAnswered(key.label(), run == null ? told : withOthers(told, draft.language())),
                new AboutKey(key.exchange(), key.environment(), key.id()),
                run == null ? "ANSWER:" + answer.id() : occasion(run, key)));
        audit.record(
                draft.kind() == Answer.Kind.ASKS_REPLACEMENT ? Act.STAFF_ASKED_REPLACEMENT : Act.STAFF_ANSWERED,
                answer.author(),
                key.owner(),
                key.id().value(),
                Map.of("label", key.label()));
        return new AnswerOutcome.Answered(answer);
    }

    /// Who has several keys in one run gets one mail for each case that they are in.
    private static String occasion(UUID run, ExchangeKey key) {
        return Stream.of(
                        "ANSWER",
                        run,
                        key.owner(),
                        key.headline(),
                        LikelyCause.of(key).map(LikelyCause::name).orElse(""))
                .map(Object::toString)
                .collect(Collectors.joining(":"));
    }

    private List<String> withOthers(List<String> paragraphs, Language language) {
        return Stream.concat(paragraphs.stream(), Stream.of(ready.others(language)))
                .toList();
    }

    /// An answer's paragraphs.
    public static List<String> paragraphs(String text) {
        return EMPTY_LINE.splitAsStream(text.strip()).toList();
    }

    /// What the signed-in agent has typed about a key and not sent, if anything.
    @Deed(StaffDeed.ANSWER)
    @Transactional(readOnly = true)
    public Optional<Unfinished> draft(KeyId id) {
        return answers.draft(currentUser.id(), id);
    }

    /// Keeps what is typed now through time-outs and restarts; an empty text is forgotten.
    ///
    /// @return whether it holds something of a credential's shape; then it was not kept
    @Deed(StaffDeed.ANSWER)
    public boolean keepDraft(KeyId id, AnswerDraft draft) {
        var text = draft.text();
        var author = currentUser.id();
        answers.forgetDraft(author, id);
        if (guard.looksLikeCredential(text)) {
            return true;
        }
        if (!text.isBlank() && text.length() <= LONGEST) {
            answers.keepDraft(author, id, draft, now());
        }
        return false;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
