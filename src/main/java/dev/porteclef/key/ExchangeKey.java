package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's key as the portal knows it; its secrets are elsewhere, sealed.
///
/// @param tail the last four characters of the API key, to tell keys apart; empty as long as the exchange has not
///     accepted it, for it might be a secret in the wrong field
/// @param secretVersion counts how often the secrets were written; part of what they are bound to
/// @param sealed whether its secrets are still stored
/// @param replaced whether another key has taken its place, whatever its own life is
public record ExchangeKey(
        KeyId id,
        int version,
        UserId owner,
        ExchangeId exchange,
        Environment environment,
        String label,
        Strategy strategy,
        String program,
        String tail,
        int secretVersion,
        boolean sealed,
        boolean replaced,
        Standing standing,
        Findings findings,
        Instant createdAt) {

    ExchangeKey with(Standing newStanding) {
        return copy(label, strategy, tail, secretVersion, newStanding, findings);
    }

    ExchangeKey with(Findings newFindings) {
        return copy(label, strategy, tail, secretVersion, standing, newFindings);
    }

    ExchangeKey withTail(String newTail) {
        return copy(label, strategy, newTail, secretVersion, standing, findings);
    }

    ExchangeKey withLabel(String newLabel) {
        return copy(newLabel, strategy, tail, secretVersion, standing, findings);
    }

    ExchangeKey withStrategy(Strategy newStrategy) {
        return copy(label, newStrategy, tail, secretVersion, standing, findings);
    }

    /// The same row for secrets that are sealed anew.
    ExchangeKey withNextSecret() {
        return copy(label, strategy, tail, secretVersion + 1, standing, findings);
    }

    /// The same once its secrets are destroyed.
    ExchangeKey withoutSecret() {
        return new ExchangeKey(
                id,
                version,
                owner,
                exchange,
                environment,
                label,
                strategy,
                program,
                tail,
                secretVersion,
                false,
                replaced,
                standing,
                findings,
                createdAt);
    }

    private ExchangeKey copy(
            String newLabel,
            Strategy newStrategy,
            String newTail,
            int newSecretVersion,
            Standing newStanding,
            Findings newFindings) {
        return new ExchangeKey(
                id,
                version,
                owner,
                exchange,
                environment,
                newLabel,
                newStrategy,
                program,
                newTail,
                newSecretVersion,
                sealed,
                replaced,
                newStanding,
                newFindings,
                createdAt);
    }

    /// The one line that sums the facets up.
    public Headline headline() {
        return Headline.of(this);
    }

    /// Whether the portal still has credentials to check with, and a reason to.
    public boolean isCheckable() {
        return sealed
                && switch (life()) {
                    case DRAFT, ACTIVE, REPLACED -> true;
                    // A paused key is not used; a leaked one is asked about until the exchange refuses it.
                    case PAUSED -> standing.awaitsRevocation();
                    case REVOKED, REFUSED -> false;
                };
    }

    /// Whether it can be paused, replaced, reported as leaked: it is in use, or was until it was put aside.
    public boolean isInUse() {
        return life() == Life.ACTIVE || standing.isAside();
    }

    /// Whether another key may take its place: it is or was in use, and nothing has replaced it yet.
    public boolean isReplaceable() {
        return !replaced
                && switch (life()) {
                    case ACTIVE, PAUSED, REVOKED -> true;
                    case DRAFT, REPLACED, REFUSED -> false;
                };
    }

    /// Whether the pair may simply be pasted again: nothing good is known of the one that is stored.
    public boolean awaitsAnotherTry() {
        return (life() == Life.ACTIVE || life() == Life.DRAFT)
                && (verdict() == null || verdict() == Verdict.Kind.CREDENTIALS_REJECTED)
                && findings.acceptedAt() == null;
    }

    /// Whether it may be connected once more although it counts as gone: the exchange refused it, but it may have been
    /// the IP list, and its secret is not here any more.
    boolean mayReturn() {
        return life() == Life.REVOKED && !replaced;
    }

    public Life life() {
        return standing.life();
    }

    /// Why it is paused, `null` while it is not.
    public @Nullable PauseReason pauseReason() {
        return standing.pauseReason();
    }

    /// Of the last conclusive check, `null` as long as there was none.
    public Verdict.@Nullable Kind verdict() {
        return findings.verdict();
    }

    public @Nullable String verdictCode() {
        return findings.verdictCode();
    }

    public @Nullable Instant verdictAt() {
        return findings.verdictAt();
    }

    public Harmlessness harmlessness() {
        return findings.harmlessness();
    }

    /// Why the latest check said nothing, `null` when it did.
    public @Nullable Outcome noVerdict() {
        return findings.noVerdict();
    }

    public @Nullable Instant noVerdictSince() {
        return findings.noVerdictSince();
    }

    /// The latest check, conclusive or not.
    public Instant checkedAt() {
        return findings.checkedAt();
    }

    /// The evidence of the last conclusive check, or of the latest where there was none.
    public KeyReport report() {
        return findings.report();
    }
}
