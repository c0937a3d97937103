package dev.porteclef.support;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The signed-in customer's questions to support. A text that gives a credential away is neither sent nor kept.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
@Transactional
public class SupportRequests {

    /// The longest question, in characters.
    public static final int MAX_QUESTION = 2_000;

    private final JdbiSupportRequests store;
    private final JdbiAnswers answers;
    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final CredentialGuard guard;
    private final AuditLog audit;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupportRequests(
            Jdbi jdbi,
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            CredentialGuard guard,
            AuditLog audit,
            Limits limits,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = new JdbiSupportRequests(jdbi);
        this.answers = new JdbiAnswers(jdbi);
        this.keys = keys;
        this.upkeep = upkeep;
        this.guard = guard;
        this.audit = audit;
        this.limits = limits;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /// The report as it would go out now, for the customer to read first; nothing for a key that is not theirs.
    @Transactional(readOnly = true)
    public Optional<RedactedReport> report(KeyId key) {
        return keys.find(key).map(this::report);
    }

    /// Sends `question` with the report.
    ///
    /// @param language in which the answer is wished
    public AskOutcome ask(KeyId id, String question, Language language) {
        var key = keys.find(id).orElse(null);
        if (key == null) {
            return new AskOutcome.NoSuchKey();
        }
        var text = question.strip();
        if (text.isEmpty() || text.length() > MAX_QUESTION) {
            return new AskOutcome.NoQuestion();
        }
        var finding = guard.examine(text);
        if (finding != CredentialGuard.Finding.NOTHING) {
            return new AskOutcome.HoldsSecret(finding);
        }
        var owner = currentUser.id();
        if (limits.check(Limit.ASK_SUPPORT, owner.toString()) instanceof Allowance.Wait(var remaining)) {
            return new AskOutcome.TooMany(remaining);
        }
        var request = new SupportRequest(
                new SupportRequestId(UUID.randomUUID()),
                owner,
                id,
                key.label(),
                language,
                text,
                report(key),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(request);
        events.publishEvent(new SupportAsked(owner));
        store.forgetDraft(owner, id);
        audit.record(
                Act.SUPPORT_ASKED,
                owner,
                owner,
                id.value(),
                Map.of("label", key.label(), "reference", request.id().reference()));
        return new AskOutcome.Asked(request);
    }

    /// What was asked and answered about a key so far, the oldest first; nothing for a key that is not theirs.
    @Transactional(readOnly = true)
    public List<Turn> conversation(KeyId key) {
        return Turn.of(store.of(currentUser.id(), key), answers(key));
    }

    /// What support has answered about a key, newest first; nothing for a key that is not theirs.
    @Transactional(readOnly = true)
    public List<Answer> answers(KeyId key) {
        var own = currentUser.id();
        return answers.of(key).stream()
                .filter(answer -> answer.owner().equals(own))
                .toList();
    }

    /// The answers about a key are on a page before their reader.
    public void seen(KeyId key) {
        answers.see(currentUser.id(), key, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// What was typed last and not sent, if anything.
    @Transactional(readOnly = true)
    public Optional<String> draft(KeyId key) {
        return store.draft(currentUser.id(), key);
    }

    /// Keeps what is typed now through time-outs and restarts.
    ///
    /// @return what it gives away; then it was not kept
    public CredentialGuard.Finding keepDraft(KeyId key, String question) {
        var owner = currentUser.id();
        var finding = guard.examine(question);
        store.forgetDraft(owner, key);
        if (finding == CredentialGuard.Finding.NOTHING
                && !question.isBlank()
                && question.length() <= MAX_QUESTION
                && keys.find(key).isPresent()) {
            store.keepDraft(owner, key, question, clock.instant());
        }
        return finding;
    }

    private RedactedReport report(ExchangeKey key) {
        return RedactedReport.of(key, upkeep.history(key.id()), clock.instant());
    }
}
