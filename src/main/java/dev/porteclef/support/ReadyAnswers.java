package dev.porteclef.support;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.verification.Cause;
import dev.porteclef.verification.Comparison;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Texts that answer what a key's state asks, in both languages, with the case filled in: which boxes to change, which
/// address to add. They lead nowhere, as mails do (decision 0016): what to change stands below them on the page.
@Component
public class ReadyAnswers {

    /// What stands in the ready text of a pause where its reason belongs.
    static final String TO_FILL_IN = ": …";

    private final Texts texts;
    private final ExchangeCatalogue catalogue;
    private final List<String> addresses;

    ReadyAnswers(Texts texts, ExchangeCatalogue catalogue, Installation installation) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.addresses = installation.outgoingAddresses();
    }

    /// The whole text, from the greeting to how to write back.
    ///
    /// @param kind what is asked of its owner: only an [Answer.Kind#ANSWER] goes by how the key stands
    public String text(Answer.Kind kind, ExchangeKey key, Language language) {
        return text(kind, key, language, "");
    }

    /// The same with `more` after the greeting, where it says anything.
    public String text(Answer.Kind kind, ExchangeKey key, Language language, String more) {
        var name = switch (kind) {
            case ANSWER -> caseOf(key);
            case ASKS_REPLACEMENT, PAUSES -> kind.name();
        };
        var body = texts.get(language, "support.ready." + name, facts(key, language));
        return Stream.of(
                        texts.get(language, "support.ready.greeting"),
                        more.strip(),
                        body,
                        texts.get(language, "support.ready.closing"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /// What a mail about one key says of others that are answered with it.
    String others(Language language) {
        return texts.get(language, "support.ready.others");
    }

    /// What the texts name, in the order of their arguments.
    private Object[] facts(ExchangeKey key, Language language) {
        // Its content may have been removed since.
        var exchange = catalogue.find(key.exchange());
        var name = exchange.map(Exchange::name).orElseGet(() -> key.exchange().value());
        var comparison = key.report().comparison();
        var code = key.verdictCode();
        return new Object[] {
            key.label(),
            key.environment() == Environment.PRACTICE ? texts.get(language, "key.practice", name) : name,
            boxes(exchange, comparison == null ? List.of() : toTick(comparison), language),
            boxes(exchange, comparison == null ? List.of() : comparison.excess(), language),
            String.join(", ", addresses),
            code == null ? "—" : code
        };
    }

    private static List<String> toTick(Comparison comparison) {
        return Stream.concat(comparison.missing().stream(), comparison.recommendedMissing().stream())
                .toList();
    }

    private String boxes(Optional<Exchange> exchange, Collection<String> ids, Language language) {
        return exchange.stream()
                .flatMap(Exchange::boxes)
                .filter(box -> ids.contains(box.id()))
                .map(box -> texts.get(language, "key.box", box.label()))
                .collect(Collectors.joining(", "));
    }

    /// The name of its text.
    private static String caseOf(ExchangeKey key) {
        var headline = key.headline();
        return switch (headline) {
            case CREDENTIALS_REJECTED -> rejected(key);
            case MISSING_PERMISSION -> {
                var comparison = key.report().comparison();
                yield comparison == null || comparison.missing().isEmpty()
                        ? "MISSING_PERMISSION.unnamed"
                        : "MISSING_PERMISSION";
            }
            case PAUSED -> key.pauseReason() == PauseReason.SUPPORT ? "PAUSED.support" : "PAUSED";
            case NO_VERDICT, LAST_VERDICT_STAYS -> "NO_VERDICT." + silence(key.noVerdict());
            case REFUSED,
                    LEAKED,
                    REVOKED,
                    REPLACED_STILL_ACCEPTED,
                    REPLACED,
                    IP_NOT_ALLOWED,
                    NONCE_CONFLICT,
                    CANNOT_BE_PROVEN,
                    MORE_THAN_NEEDED,
                    DOUBTED,
                    NONCE_RACE,
                    RECOMMENDED_MISSING,
                    NO_FUNDED_WALLET,
                    ACCEPTED -> headline.name();
        };
    }

    private static String rejected(ExchangeKey key) {
        var diagnosis = key.report().diagnosis();
        Cause first = diagnosis == null ? null : diagnosis.first().cause();
        return first == null ? "CREDENTIALS_REJECTED" : "CREDENTIALS_REJECTED." + first.name();
    }

    /// Whose turn it is after a check that has learnt nothing.
    private static String silence(@Nullable Outcome outcome) {
        return switch (outcome) {
            case RATE_LIMITED, NO_TURN -> "rate";
            case MAINTENANCE, TEMPORARY, UNREACHABLE, TOO_SLOW, BROKEN_OFF, NOT_ITS_ANSWER -> "exchange";
            case CREDENTIALS_REJECTED, PERMISSION_MISSING, IP_NOT_ALLOWED, NONCE_TOO_SMALL, OUR_FAULT, UNEXPECTED ->
                "ours";
            case null -> "exchange";
        };
    }
}
