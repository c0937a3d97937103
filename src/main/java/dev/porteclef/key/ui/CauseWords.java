package dev.porteclef.key.ui;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.verification.Comparison;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands behind a headline, in one or a few sentences: each case has its own.
final class CauseWords {

    /// How long an address is left alone that has asked too often, at least.
    private static final Duration RATE_LIMIT = Duration.ofSeconds(60);

    private final KeyWords words;

    CauseWords(KeyWords words) {
        this.words = words;
    }

    /// The sentence below the headline.
    String sentence(ExchangeKey key) {
        var comparison = key.report().comparison();
        return switch (key.headline()) {
            case REFUSED -> {
                var scopes = comparison == null ? "withdraw" : String.join(", ", comparison.forbidden());
                yield words.text(
                        key.life() == Life.REFUSED ? "key.cause.REFUSED" : "key.cause.REFUSED.later",
                        words.exchange(key),
                        scopes,
                        forbidden());
            }
            case MISSING_PERMISSION ->
                comparison == null || comparison.missing().isEmpty()
                        ? words.text("key.cause.MISSING_PERMISSION.unnamed", words.exchange(key))
                        : words.text("key.cause.MISSING_PERMISSION", words.boxes(comparison.missing()));
            case MORE_THAN_NEEDED -> comparison == null ? "" : excess(key, comparison);
            case RECOMMENDED_MISSING ->
                words.text(
                        "key.cause.RECOMMENDED_MISSING",
                        comparison == null ? "" : words.boxes(comparison.recommendedMissing()));
            case CANNOT_BE_PROVEN ->
                comparison == null || comparison.unknown().isEmpty()
                        ? words.text("key.cause.CANNOT_BE_PROVEN", words.exchange(key))
                        : words.text("key.cause.CANNOT_BE_PROVEN.unknown", String.join(", ", comparison.unknown()));
            case NO_VERDICT -> doubtful(key);
            case LAST_VERDICT_STAYS -> doubtful(key) + " " + words.text("key.cause.LAST_VERDICT_STAYS");
            case DOUBTED -> words.text("key.cause.DOUBTED", words.exchange(key), words.time(key.checkedAt()));
            case PAUSED ->
                words.text(
                        key.pauseReason() == PauseReason.SUPPORT
                                ? "key.cause.PAUSED.support"
                                : key.headline().causeKey());
            case REVOKED -> words.refused("key.cause.REVOKED", key);
            case REPLACED ->
                key.sealed()
                        ? words.text("key.cause.REPLACED", words.exchange(key))
                        : words.text("key.cause.REPLACED.destroyed", words.exchange(key));
            case LEAKED,
                    REPLACED_STILL_ACCEPTED,
                    NONCE_RACE,
                    NO_FUNDED_WALLET,
                    CREDENTIALS_REJECTED,
                    IP_NOT_ALLOWED,
                    NONCE_CONFLICT,
                    ACCEPTED -> words.text(key.headline().causeKey(), words.exchange(key));
        };
    }

    /// The sections of the dialog that a key must have off, or the right itself where the dialog has none.
    private String forbidden() {
        var labels = words.exchange().sections().stream()
                .filter(section -> section.boxes().stream().anyMatch(PermissionBox::forbidden))
                .map(section -> words.text("key.box", section.label()))
                .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? words.text("key.cause.REFUSED.right")
                : words.text("key.cause.REFUSED.section", labels);
    }

    /// Which boxes are too many, and of those that can change something the content's own word why.
    private String excess(ExchangeKey key, Comparison comparison) {
        var why = words.exchange()
                .boxes()
                .filter(box -> comparison.excess().contains(box.id()) && box.access() == Access.WRITE)
                .map(box -> words.exchange().rule(box, key.strategy()))
                .filter(Objects::nonNull)
                .map(rule -> rule.why().in(words.language()));
        return Stream.concat(Stream.of(words.text("key.cause.MORE_THAN_NEEDED", words.boxes(comparison.excess()))), why)
                .collect(Collectors.joining(" "));
    }

    /// Why the latest check said nothing, and when to ask again.
    private String doubtful(ExchangeKey key) {
        var outcome = key.noVerdict();
        if (outcome == null) {
            return "";
        }
        return words.text(outcome.translationKey(), words.exchange(key)) + " "
                + switch (outcome) {
                    case RATE_LIMITED ->
                        words.text(
                                "key.again.rate",
                                words.timeOfDay(key.checkedAt().plus(RATE_LIMIT)));
                    case MAINTENANCE, NO_TURN -> words.text("key.again.later");
                    case OUR_FAULT, UNEXPECTED -> words.text("key.again.support");
                    case UNREACHABLE,
                            TOO_SLOW,
                            BROKEN_OFF,
                            NOT_ITS_ANSWER,
                            TEMPORARY,
                            CREDENTIALS_REJECTED,
                            PERMISSION_MISSING,
                            IP_NOT_ALLOWED,
                            NONCE_TOO_SMALL -> words.text("key.again.minutes");
                };
    }

    /// What the customer has said about the program that uses the key, and what follows from it for its nonces; nothing
    /// where the content does not know the program.
    Optional<String> program(ExchangeKey key) {
        return words.exchange().programs().stream()
                .filter(program -> program.id().equals(key.program()))
                .findFirst()
                .map(program -> {
                    var caution = program.caution();
                    return words.text("key.nonce.program", program.name().in(words.language())) + " "
                            + (caution == null ? words.text("key.nonce.other") : caution.in(words.language()) + ".");
                });
    }
}
