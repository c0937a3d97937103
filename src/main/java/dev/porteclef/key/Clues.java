package dev.porteclef.key;

import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Clue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Gathers what the portal knows about a refused key: its own past, its shape, our addresses, and how other keys fare.
final class Clues {

    /// How long ago another key's verdict may be to count as *now*.
    static final Duration NOW = Duration.ofMinutes(15);

    /// One customer who deleted keys is no pattern, nor are two.
    private static final int MANY = 3;
    private static final Duration LONG_REFUSED = Duration.ofHours(6);

    private Clues() {}

    /// @param outgoing our addresses now, by comma
    /// @param others how the other keys of the exchange fare
    static Set<Clue> of(Exchange exchange, Findings findings, String outgoing, Others others, Instant now) {
        var clues = EnumSet.of(hasUnusualShape(findings) ? Clue.UNUSUAL_SHAPE : Clue.USUAL_SHAPE);
        // Also a moment ago, where the rights were told and the balance was not.
        if (findings.acceptedAt() != null || findings.report().granted() != null) {
            clues.add(Clue.ACCEPTED_BEFORE);
        }
        if (swappable(exchange).isEmpty()) {
            clues.add(Clue.FIELDS_DIFFER_IN_SHAPE);
        }
        if (findings.swapRefused()) {
            clues.add(Clue.SWAP_REFUSED);
        }
        if (findings.refusedSince() != null
                && Duration.between(findings.refusedSince(), now).compareTo(LONG_REFUSED) > 0) {
            clues.add(Clue.REFUSED_FOR_HOURS);
        }
        if (findings.acceptedFrom() != null && !findings.acceptedFrom().equals(outgoing)) {
            clues.add(Clue.ADDRESS_CHANGED);
        }
        if (exchange.maxListedAddresses() == 0) {
            clues.add(Clue.NO_ADDRESS_LISTS);
        }
        if (others.lost() >= MANY && others.lost() > others.accepted()) {
            clues.add(Clue.OTHERS_LOST);
        } else if (others.accepted() > 0) {
            clues.add(Clue.OTHERS_FINE);
        }
        return clues;
    }

    /// The two fields that may be mistaken for one another: the key and the one secret that looks like it.
    static Optional<CredentialField> swappable(Exchange exchange) {
        if (exchange.credentials().size() != 2) {
            return Optional.empty();
        }
        var key = exchange.keyField();
        return exchange.credentials().stream()
                .filter(field -> field.kind() == CredentialField.Kind.SECRET)
                .filter(field -> Objects.equals(pattern(field), pattern(key))
                        && Objects.equals(field.usualLength(), key.usualLength()))
                .findFirst();
    }

    private static String pattern(CredentialField field) {
        return field.usual() == null ? "" : field.usual().pattern();
    }

    private static boolean hasUnusualShape(Findings findings) {
        return findings.report().checks().stream().anyMatch(Clues::isUnusual);
    }

    private static boolean isUnusual(Check check) {
        return check.kind() == CheckKind.FORMAT && check.state() == CheckState.WARNED;
    }

    /// How many customers' other keys of the same exchange and environment fare which way.
    ///
    /// @param lost with a key accepted before and refused within the last [#NOW]
    /// @param accepted with a key accepted within the last [#NOW]
    record Others(int lost, int accepted) {}
}
