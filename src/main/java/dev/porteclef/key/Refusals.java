package dev.porteclef.key;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.verification.Diagnosis;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;

/// What a refusal of key and secret amounts to: whether it is believed, what its likeliest causes are, and whether the
/// key is gone.
final class Refusals {

    private final JdbiKeyChecks checks;
    private final ObjectProvider<CommonCause> causes;
    private final String outgoing;

    /// @param outgoing our outgoing addresses, by comma
    Refusals(JdbiKeyChecks checks, ObjectProvider<CommonCause> causes, String outgoing) {
        this.checks = checks;
        this.causes = causes;
        this.outgoing = outgoing;
    }

    /// Whether a key that was fine turns red if `verification` refuses it.
    boolean believes(Occasion occasion, ExchangeKey key, Verification verification) {
        return occasion.believesRefusal(key.findings().doubtedAt() != null)
                && causes.stream()
                        .noneMatch(
                                cause -> cause.isUnderWay(key.exchange(), key.environment(), verification.address()));
    }

    /// With the ranked causes where `verification` refused key and secret.
    ExchangeKey explained(Exchange exchange, ExchangeKey key, Verification verification) {
        // One that is not believed yet is not diagnosed either.
        return verification.verdict() instanceof Verdict.CredentialsRejected
                        && key.verdict() == Verdict.Kind.CREDENTIALS_REJECTED
                ? diagnosed(exchange, key, verification.at())
                : key;
    }

    /// With the ranked causes as they stand `now`.
    ExchangeKey diagnosed(Exchange exchange, ExchangeKey key, Instant now) {
        var findings = key.findings();
        var others = checks.others(key.id(), key.exchange(), key.environment(), now.minus(Clues.NOW));
        var diagnosis = Diagnosis.of(Clues.of(exchange, findings, outgoing, others, now));
        return key.with(findings.reread(
                findings.verdict(), findings.harmlessness(), findings.report().with(diagnosis)));
    }

    /// Whether a refusal means that the key is gone. While it is not believed it does not, nor where our own address or
    /// the exchange itself is the likeliest cause: the key is asked about again.
    static boolean isGone(ExchangeKey key, Verification verification) {
        var diagnosis = key.report().diagnosis();
        return verification.verdict() instanceof Verdict.CredentialsRejected
                && key.verdict() == Verdict.Kind.CREDENTIALS_REJECTED
                && (diagnosis == null
                        || switch (diagnosis.first().cause()) {
                            case ADDRESS_NOT_LISTED, NOT_THIS_KEY -> false;
                            case DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING, DELETED -> true;
                        });
    }
}
