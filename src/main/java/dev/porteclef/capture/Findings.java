package dev.porteclef.capture;

import dev.porteclef.exchange.Outcome;
import java.util.List;

/// What the answers of a probe settle, in sentences; silent where an answer in between leaves it open.
final class Findings {

    private static final String OPEN = "These answers do not settle it.";

    private Findings() {}

    /// At least one sentence for a probe that asks a question, none for the ordinary checks.
    static List<String> of(Probe probe, List<Captured> captured) {
        return switch (probe) {
            case CHECKS -> List.of();
            case NONCE_REUSED -> List.of(reused(probe, captured));
            case WRONG_SIGNATURE -> List.of(order(probe, captured), counter(probe, captured));
        };
    }

    private static String reused(Probe probe, List<Captured> captured) {
        if (!isWhole(probe, captured)) {
            return OPEN;
        }
        var again = captured.get(1).outcome();
        if (again == null) {
            return "A nonce that was used is accepted again: they need not rise strictly.";
        }
        return again == Outcome.NONCE_TOO_SMALL ? "A nonce that was used is refused as too small." : OPEN;
    }

    private static String order(Probe probe, List<Captured> captured) {
        if (!isWhole(probe, captured)) {
            return OPEN;
        }
        var both = captured.get(1).outcome();
        if (both == Outcome.NONCE_TOO_SMALL) {
            return "The nonce is looked at before the signature: an answer about the nonce does not prove the secret right.";
        }
        return both == Outcome.CREDENTIALS_REJECTED
                ? "The signature is looked at before the nonce: an answer about the nonce proves the secret right."
                : OPEN;
    }

    private static String counter(Probe probe, List<Captured> captured) {
        if (!isWhole(probe, captured) || captured.get(2).outcome() != Outcome.CREDENTIALS_REJECTED) {
            return OPEN;
        }
        var again = captured.get(3).outcome();
        if (again == null) {
            return "A call refused for its signature does not use its nonce up.";
        }
        return again == Outcome.NONCE_TOO_SMALL ? "A call refused for its signature uses its nonce up." : OPEN;
    }

    /// The first call has to be a good one, or the rest says nothing.
    private static boolean isWhole(Probe probe, List<Captured> captured) {
        return captured.size() == probe.steps().size() && captured.getFirst().outcome() == null;
    }
}
