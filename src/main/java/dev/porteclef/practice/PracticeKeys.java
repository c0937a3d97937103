package dev.porteclef.practice;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeyOutcome.Refusal;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The keys that the signed-in customer made at the practice exchange. Nobody reaches another's.
@Service
@Profile("!prod")
@PreAuthorize("hasRole('CUSTOMER')")
@Transactional
public class PracticeKeys {

    /// How many keys one person may have at a time.
    static final int MOST_KEYS = 50;

    private final JdbiPracticeKeys store;
    private final PracticePairs pairs;
    private final PracticeReview review;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    PracticeKeys(
            JdbiPracticeKeys store,
            PracticePairs pairs,
            PracticeReview review,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.store = store;
        this.pairs = pairs;
        this.review = review;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// The six digits that the page has to show now; accepted for at least five minutes.
    @Transactional(readOnly = true)
    public String code() {
        return review.code(currentUser.id());
    }

    /// What is wrong with the form, its code left out of account; nothing when a key could be made.
    @Transactional(readOnly = true)
    public Optional<Refusal> review(PracticeKeyDraft draft) {
        return review.form(draft).or(this::full);
    }

    /// As [#review(PracticeKeyDraft)], and the code with it.
    @Transactional(readOnly = true)
    public Optional<Refusal> confirm(PracticeKeyDraft draft) {
        return review.whole(currentUser.id(), draft).or(this::full);
    }

    /// Makes a key, if nothing is wrong with the draft; the caller closes the secret of the result.
    public PracticeKeyOutcome create(PracticeKeyDraft draft) {
        var owner = currentUser.id();
        var refusal = confirm(draft);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var pair = pairs.make(owner);
        var lastFour = pair.apiKey().substring(pair.apiKey().length() - 4);
        var key = new PracticeKey(
                pair.id(),
                draft.label().strip(),
                lastFour,
                draft.boxes(),
                PracticeReview.listed(draft),
                draft.funded(),
                now());
        store.insert(owner, key, pairs.fingerprint(pair.apiKey()), pair.sealed(), pairs.fingerprint(pair.secret()));
        audit.record(
                Act.PRACTICE_KEY_CREATED,
                owner,
                owner,
                key.id().value(),
                Map.of("label", key.label(), "lastFour", lastFour));
        return new Created(pair.id(), pair.apiKey(), pair.secret());
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<PracticeKey> own() {
        return store.of(currentUser.id());
    }

    /// Deletes the key and its sealed secret for good.
    ///
    /// @return whether there was such a key; another's counts as none
    public boolean delete(PracticeKeyId id) {
        return store.delete(currentUser.id(), id, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Refusal> full() {
        return store.count(currentUser.id()) < MOST_KEYS ? Optional.empty() : Optional.of(new TooManyKeys(MOST_KEYS));
    }
}
