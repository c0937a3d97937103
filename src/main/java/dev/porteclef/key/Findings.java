package dev.porteclef.key;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the checks of a key have found out. The one place where promise 3 is kept: without a verdict, the verdict and
/// its evidence stay as they were and only the doubt is noted. Rights that the exchange did list are believed at once,
/// for unknown must never be shown as fine.
///
/// @param verdict of the last conclusive check, `null` as long as there was none
/// @param noVerdict why the latest check said nothing, `null` when it did
/// @param noVerdictSince when the first of the checks without a verdict was, `null` when the latest one had one
/// @param checkedAt the latest check, conclusive or not
/// @param acceptedAt the last time the exchange accepted this very pair, `null`: never
/// @param acceptedFrom our outgoing addresses at that time, by comma; `null` where that is not known
/// @param refusedSince the first of the refusals since then, `null`: not refused
/// @param doubtedAt when a watched key that was fine was refused once, which is not believed yet; `null`: not in doubt
/// @param swapRefused whether the pair was refused with its fields swapped, too
/// @param report the evidence of the last conclusive check, of a later one that at least listed other rights, or of
///     the latest where there was none
public record Findings(
        Verdict.@Nullable Kind verdict,
        @Nullable String verdictCode,
        @Nullable Instant verdictAt,
        Harmlessness harmlessness,
        @Nullable Outcome noVerdict,
        @Nullable Instant noVerdictSince,
        Instant checkedAt,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedFrom,
        @Nullable Instant refusedSince,
        @Nullable Instant doubtedAt,
        boolean swapRefused,
        KeyReport report) {

    /// What the first check of a pair found.
    ///
    /// @param from our outgoing addresses, by comma
    static Findings first(Verification verification, String from) {
        var nothing = new Findings(
                null,
                null,
                null,
                verification.harmlessness(),
                null,
                null,
                verification.at(),
                null,
                null,
                null,
                null,
                false,
                KeyReport.of(verification));
        return nothing.after(verification, from, true);
    }

    /// These findings and what `verification` adds.
    ///
    /// @param believesRefusal whether a key that was fine turns red if it is refused
    Findings after(Verification verification, String from, boolean believesRefusal) {
        var said = verification.verdict();
        if (said == null) {
            return undecided(verification);
        }
        var turnsRed =
                verdict == Verdict.Kind.ACCEPTED && said.kind() != Verdict.Kind.ACCEPTED && !verification.isForbidden();
        return turnsRed && !believesRefusal ? doubted(verification) : decided(said, verification, from);
    }

    /// The refusal is not believed yet, but rights that were listed with it are.
    private Findings doubted(Verification verification) {
        var tells = listsOtherRights(verification);
        return new Findings(
                verdict,
                verdictCode,
                verdictAt,
                tells ? verification.harmlessness() : harmlessness,
                null,
                null,
                verification.at(),
                acceptedAt,
                acceptedFrom,
                refusedSince,
                doubtedAt == null ? verification.at() : doubtedAt,
                swapRefused,
                tells ? KeyReport.of(verification) : report);
    }

    private boolean listsOtherRights(Verification verification) {
        return verification.granted() != null && verification.harmlessness() != harmlessness;
    }

    private Findings decided(Verdict said, Verification verification, String from) {
        var accepted = isAcceptance(said.kind());
        var refused = said.kind() == Verdict.Kind.CREDENTIALS_REJECTED;
        // A rejection says nothing about rights: what was once proven of this key's rights is not proven now.
        return new Findings(
                said.kind(),
                said.errorCode(),
                verification.at(),
                verification.harmlessness(),
                null,
                null,
                verification.at(),
                accepted ? verification.at() : acceptedAt,
                accepted ? from : acceptedFrom,
                refused ? (refusedSince == null ? verification.at() : refusedSince) : null,
                null,
                swapRefused,
                KeyReport.of(verification));
    }

    private Findings undecided(Verification verification) {
        var tells = verdict == null || listsOtherRights(verification);
        return new Findings(
                verdict,
                verdictCode,
                verdictAt,
                tells ? verification.harmlessness() : harmlessness,
                verification.noVerdict(),
                noVerdictSince == null ? verification.at() : noVerdictSince,
                verification.at(),
                acceptedAt,
                acceptedFrom,
                refusedSince,
                doubtedAt,
                swapRefused,
                tells ? KeyReport.of(verification) : report);
    }

    Findings withSwapRefused() {
        return new Findings(
                verdict,
                verdictCode,
                verdictAt,
                harmlessness,
                noVerdict,
                noVerdictSince,
                checkedAt,
                acceptedAt,
                acceptedFrom,
                refusedSince,
                doubtedAt,
                true,
                report);
    }

    /// The same with another reading of the same answers: nothing was asked, no date changes.
    Findings reread(Verdict.@Nullable Kind newVerdict, Harmlessness newHarmlessness, KeyReport newReport) {
        return new Findings(
                newVerdict,
                newVerdict == verdict ? verdictCode : null,
                verdictAt,
                newHarmlessness,
                noVerdict,
                noVerdictSince,
                checkedAt,
                acceptedAt,
                acceptedFrom,
                refusedSince,
                doubtedAt,
                swapRefused,
                newReport);
    }

    /// Whether a check said that key and secret themselves are accepted.
    static boolean isAcceptance(Verification verification) {
        var verdict = verification.verdict();
        return verdict != null && isAcceptance(verdict.kind());
    }

    /// Whether a verdict says that key and secret themselves are accepted.
    static boolean isAcceptance(Verdict.@Nullable Kind verdict) {
        return verdict == Verdict.Kind.ACCEPTED || verdict == Verdict.Kind.MISSING_PERMISSION;
    }
}
