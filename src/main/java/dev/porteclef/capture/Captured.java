package dev.porteclef.capture;

import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of one call, unredacted: it must not leave the process in this form.
///
/// @param number position in the run, from 1
/// @param outcome what the outcome table makes of the answer, `null` where it is the wanted one
/// @param replied the whole answer, `null` where none came
/// @param scopes names of the scopes that a wanted answer to the permissions call holds
record Captured(
        int number,
        Probe.Step step,
        Evidence evidence,
        @Nullable Outcome outcome,
        @Nullable Replied replied,
        Set<String> scopes) {

    Captured {
        scopes = Set.copyOf(scopes);
    }

    /// Whether the exchange, or something in its place, answered.
    boolean reached() {
        return evidence.status() != null;
    }

    /// The name of the outcome, `OK` for the wanted answer.
    String meaning() {
        return outcome == null ? "OK" : outcome.name();
    }

    @Override
    public String toString() {
        return "call " + number + ": " + meaning();
    }
}
