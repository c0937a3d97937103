package dev.porteclef.capture;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.ExchangeAdapter;
import java.util.List;

/// Which calls a scenario makes. All of them read; none repeats by itself.
enum Probe {
    /// What a check of the portal asks.
    CHECKS(fresh(Call.PERMISSIONS), fresh(Call.BALANCE)),

    /// A number that was used comes again, then one call to see the key alive.
    NONCE_REUSED(fresh(Call.PERMISSIONS), new Step(Call.PERMISSIONS, true, false), fresh(Call.BALANCE)),

    /// A good call; a used number under a wrong signature (which of the two is noticed?); a new number under a wrong
    /// signature; and that number again, signed well (did the refused call use it up?).
    WRONG_SIGNATURE(
            fresh(Call.PERMISSIONS),
            new Step(Call.PERMISSIONS, true, true),
            new Step(Call.PERMISSIONS, false, true),
            new Step(Call.PERMISSIONS, true, false));

    // An immutable list, which its type cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Step> steps;

    Probe(Step... steps) {
        this.steps = List.of(steps);
    }

    List<Step> steps() {
        return steps;
    }

    private static Step fresh(Call call) {
        return new Step(call, false, false);
    }

    /// One call.
    ///
    /// @param repeatsNonce with the number of the step before, instead of a new one
    /// @param otherSecret signed with another secret than the given one
    record Step(Call call, boolean repeatsNonce, boolean otherSecret) {}

    /// The two calls that every adapter knows.
    enum Call {
        PERMISSIONS("permissions"),
        BALANCE("balance");

        private final String label;

        Call(String label) {
            this.label = label;
        }

        /// As it stands in the name of a fixture.
        String label() {
            return label;
        }

        Answer<?> ask(ExchangeAdapter adapter, ExchangeAdapter.Inquiry inquiry) {
            return switch (this) {
                case PERMISSIONS -> adapter.permissions(inquiry);
                case BALANCE -> adapter.balance(inquiry);
            };
        }
    }
}
