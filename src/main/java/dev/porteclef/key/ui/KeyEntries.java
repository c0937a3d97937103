package dev.porteclef.key.ui;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.verification.Cause;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the article that explains a case. Every exchange explains what it can do wrong itself, so
/// each answer is an address that leads somewhere, or nothing.
final class KeyEntries {

    private final Explanations explanations;
    private final Exchange exchange;
    private final Language language;

    KeyEntries(Explanations explanations, Exchange exchange, Language language) {
        this.explanations = explanations;
        this.exchange = exchange;
        this.language = language;
    }

    /// The entry on the key's headline, with the key's own case in it.
    Optional<String> of(ExchangeKey key) {
        return about(key).map(address -> OwnCase.with(key, address));
    }

    private Optional<String> about(ExchangeKey key) {
        return switch (key.headline()) {
            case REFUSED -> first("withdraw-granted");
            case CREDENTIALS_REJECTED -> first(key.verdictCode(), code(Outcome.CREDENTIALS_REJECTED));
            case IP_NOT_ALLOWED -> first(key.verdictCode(), code(Outcome.IP_NOT_ALLOWED), "ip-list");
            case NONCE_CONFLICT -> first(key.verdictCode(), code(Outcome.NONCE_TOO_SMALL));
            case MISSING_PERMISSION -> first("permission-missing", key.verdictCode());
            case NO_VERDICT, LAST_VERDICT_STAYS, DOUBTED ->
                Optional.ofNullable(key.noVerdict()).flatMap(this::of);
            case CANNOT_BE_PROVEN -> first("cannot-be-proven");
            case MORE_THAN_NEEDED -> first("more-rights");
            case NONCE_RACE -> first("nonce-race");
            case RECOMMENDED_MISSING -> first("recommended-missing");
            case NO_FUNDED_WALLET -> first("no-funded-wallet");
            case LEAKED, PAUSED, REVOKED, REPLACED_STILL_ACCEPTED, REPLACED, ACCEPTED -> Optional.empty();
        };
    }

    /// The entry on one cause of a refusal.
    Optional<String> of(Cause cause) {
        return switch (cause) {
            case SWAPPED -> first("swapped");
            case ADDRESS_NOT_LISTED -> first("ip-list");
            case CONFIRMATION_PENDING -> first("confirmation-pending");
            case DELETED -> first("key-deleted");
            case WRONG_PAIR -> first("secret-lost");
            case DAMAGED, NOT_THIS_KEY -> Optional.empty();
        };
    }

    /// The entry on counting in microseconds.
    Optional<String> microseconds() {
        return first("microseconds");
    }

    private Optional<String> of(Outcome outcome) {
        return switch (outcome) {
            case UNREACHABLE -> first("unreachable");
            case TOO_SLOW -> first("too-slow", "unreachable");
            case BROKEN_OFF -> first("broken-off", "unreachable");
            case NOT_ITS_ANSWER -> first("not-its-answer", "unreachable");
            case RATE_LIMITED,
                    MAINTENANCE,
                    TEMPORARY,
                    OUR_FAULT,
                    NO_TURN,
                    UNEXPECTED,
                    CREDENTIALS_REJECTED,
                    PERMISSION_MISSING,
                    IP_NOT_ALLOWED,
                    NONCE_TOO_SMALL -> first(code(outcome));
        };
    }

    private @Nullable String code(Outcome outcome) {
        return exchange.codeOf(outcome).orElse(null);
    }

    private Optional<String> first(@Nullable String... entries) {
        return Stream.of(entries)
                .filter(Objects::nonNull)
                .filter(entry -> explanations.has(exchange.id().value(), entry))
                .findFirst()
                .map(entry -> Addresses.troubleshooting(language, exchange.id().value(), entry));
    }
}
