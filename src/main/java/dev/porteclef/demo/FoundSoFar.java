package dev.porteclef.demo;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Findings;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.NewFailure;
import dev.porteclef.key.Standing;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a key's checks amount to, as the portal would have noted it check by check: silence leaves the verdict as it
/// was, and a first refusal by the watch makes a doubt. Headline and cause are the portal's own of every moment.
final class FoundSoFar {

    private final MadeUpKey made;
    private final ReportTexts reports;

    private Verdict.@Nullable Kind verdict;
    private @Nullable String code;
    private @Nullable Instant verdictAt;
    private @Nullable Outcome noVerdict;
    private @Nullable Instant noVerdictSince;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant refusedSince;
    private @Nullable Instant doubtedAt;
    private Instant checkedAt;
    private int reported;

    private ExchangeKey key;
    private Told told;
    private Instant since;
    private final List<Failure> failures = new ArrayList<>();
    private @Nullable Instant firstVerdictAt;
    private @Nullable Instant firstGreenAt;

    /// A check at which the key turned red.
    record Failure(Instant at, NewFailure failure) {}

    /// What a row says about its key in one word, or two.
    private record Told(Headline headline, Optional<LikelyCause> cause) {

        static Told of(ExchangeKey key) {
            return new Told(key.headline(), LikelyCause.of(key));
        }
    }

    private FoundSoFar(MadeUpKey made, ReportTexts reports) {
        this.made = made;
        this.reports = reports;
        var until = made.fate().life() == Life.DRAFT ? Life.DRAFT : Life.ACTIVE;
        var standing = new Standing(until, null, made.createdAt(), replaces(), null);
        checkedAt = made.checks().getFirst().at();
        add(0);
        key = as(standing);
        told = Told.of(key);
        since = checkedAt;
        note(null);
        for (var place = 1; place < made.checks().size(); place++) {
            var before = key.headline();
            add(place);
            become(as(standing), checkedAt);
            note(before);
        }
        var fate = made.fate();
        become(as(new Standing(fate.life(), fate.reason(), made.lifeSince(), replaces(), null)), made.lifeSince());
    }

    static FoundSoFar of(MadeUpKey made, ReportTexts reports) {
        return new FoundSoFar(made, reports);
    }

    /// The key after its last check.
    ExchangeKey key() {
        return key;
    }

    /// Since when its headline and its cause are what they are.
    Instant since() {
        return since;
    }

    /// The place of the check whose report is kept with the key.
    int reported() {
        return reported;
    }

    /// The checks at which it turned red, in their order.
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /// When the exchange first said something about it, `null` where it never has.
    @Nullable
    Instant firstVerdictAt() {
        return firstVerdictAt;
    }

    /// When it was green first.
    @Nullable
    Instant firstGreenAt() {
        return firstGreenAt;
    }

    /// @param before what the key amounted to before this check, `null` where it is the first
    private void note(@Nullable Headline before) {
        var failure = NewFailure.of(before, key);
        if (failure != null) {
            failures.add(new Failure(checkedAt, failure));
        }
        if (firstVerdictAt == null && noVerdict == null) {
            firstVerdictAt = checkedAt;
        }
        if (firstGreenAt == null && key.headline().tone() == Headline.Tone.GREEN) {
            firstGreenAt = checkedAt;
        }
    }

    private void become(ExchangeKey now, Instant at) {
        key = now;
        var tells = Told.of(now);
        if (!tells.equals(told)) {
            told = tells;
            since = at;
        }
    }

    private void add(int place) {
        var check = made.checks().get(place);
        var saying = check.saying();
        checkedAt = check.at();
        if (saying.verdict() == null) {
            noVerdict = saying.declined();
            noVerdictSince = noVerdictSince == null ? check.at() : noVerdictSince;
            reported = verdict == null ? place : reported;
            return;
        }
        noVerdict = null;
        noVerdictSince = null;
        if (made.fate() == Fate.DOUBTED && !saying.isAccepted() && verdict == Verdict.Kind.ACCEPTED) {
            doubtedAt = check.at();
            return;
        }
        verdict = saying.verdict();
        verdictAt = check.at();
        code = saying.declined() == null
                ? null
                : new MadeUpCheck(made.exchange(), made.strategy(), saying).code(saying.declined());
        acceptedAt = saying.isAccepted() ? check.at() : acceptedAt;
        refusedSince = verdict == Verdict.Kind.CREDENTIALS_REJECTED
                ? (refusedSince == null ? check.at() : refusedSince)
                : null;
        reported = place;
    }

    private ExchangeKey as(Standing standing) {
        var kept = reports.of(
                made.exchange(), made.strategy(), made.checks().get(reported).saying());
        return new ExchangeKey(
                new KeyId(made.id()),
                made.checks().size() - 1,
                new UserId(made.owner()),
                made.exchange().id(),
                Environment.PRACTICE,
                made.label(),
                made.strategy(),
                made.program(),
                acceptedAt == null ? "" : made.tail(),
                1,
                // The secret is gone already: there is none to destroy, and the end of its time is not noted.
                false,
                false,
                standing,
                new Findings(
                        verdict,
                        code,
                        verdictAt,
                        kept.harmlessness(),
                        noVerdict,
                        noVerdictSince,
                        checkedAt,
                        acceptedAt,
                        acceptedAt == null ? null : MadeUpCheck.ADDRESS,
                        refusedSince,
                        doubtedAt,
                        false,
                        kept.report()),
                made.createdAt());
    }

    private @Nullable KeyId replaces() {
        return made.replaces() == null ? null : new KeyId(made.replaces());
    }
}
