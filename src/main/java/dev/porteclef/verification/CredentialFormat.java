package dev.porteclef.verification;

import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.verification.FormatFinding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks at the shape of typed credentials. What is merely unusual is a warning: no exchange promises its key format.
public final class CredentialFormat {

    /// What an HTTP header can carry without ambiguity; a passphrase may also contain inner spaces.
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern PASSPHRASE = Pattern.compile("[\\x20-\\x7e]+");

    private static final int MAX_LINE = 500;
    private static final int MAX_PEM = 10_000;
    /// Shorter words fit a loose pattern by chance.
    private static final int SHORTEST_TELLING = 20;
    /// Longer ones that look like chance are no words, whatever the usual length is.
    private static final int LONGEST_WORD = 40;
    private static final int RANDOM_STRETCH = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
    private static final Pattern NO_BASE64 = Pattern.compile("[^A-Za-z0-9_+/=-]+");
    private static final Pattern NO_BASE64URL = Pattern.compile("[^A-Za-z0-9_-]+");

    private CredentialFormat() {}

    /// Whether a text that is kept in clear, such as a label, holds something that looks like a credential of
    /// `exchange`: alone, after `secret=`, between other signs, or broken in two by a space.
    public static boolean looksLikeCredential(Exchange exchange, String text) {
        return Stream.of(BETWEEN_WORDS, NO_BASE64, NO_BASE64URL)
                .anyMatch(between -> holdsUsual(exchange, between.split(text), between == NO_BASE64URL));
    }

    private static boolean holdsUsual(Exchange exchange, String[] words, boolean telling) {
        for (var at = 0; at < words.length; at++) {
            var word = words[at];
            if (isUsual(exchange, word) || (telling && word.length() >= LONGEST_WORD && looksRandom(word))) {
                return true;
            }
            if (at > 0
                    && (looksRandom(word) || looksRandom(words[at - 1]))
                    && isUsual(exchange, words[at - 1] + word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsual(Exchange exchange, String word) {
        return word.length() >= SHORTEST_TELLING
                && exchange.credentials().stream()
                        .flatMap(field -> Stream.ofNullable(field.usual()))
                        .anyMatch(usual -> usual.matcher(word).matches());
    }

    /// Capitals, small letters and digits mixed within one stretch: chance writes so, people and addresses hardly
    /// ever.
    private static boolean looksRandom(String word) {
        return Arrays.stream(word.split("[_-]", -1))
                .anyMatch(part -> part.length() >= RANDOM_STRETCH
                        && part.chars().anyMatch(Character::isUpperCase)
                        && part.chars().anyMatch(Character::isLowerCase)
                        && part.chars().anyMatch(Character::isDigit));
    }

    /// The findings in the order of the fields, at most one per field.
    public static List<FormatFinding> examine(Exchange exchange, Credentials credentials) {
        if (looksSwapped(exchange, credentials)) {
            return exchange.credentials().stream()
                    .map(field -> new FormatFinding(field.name(), Kind.SWAPPED))
                    .toList();
        }
        var findings = new ArrayList<FormatFinding>();
        var earlier = new ArrayList<Secret>();
        for (var field : exchange.credentials()) {
            var value = credentials.get(field.name());
            examine(field, value, earlier).ifPresent(kind -> findings.add(new FormatFinding(field.name(), kind)));
            earlier.add(value);
        }
        return findings;
    }

    private static Optional<Kind> examine(CredentialField field, Secret value, List<Secret> earlier) {
        if (value.isBlank()) {
            return Optional.of(Kind.EMPTY);
        }
        if (value.length() > (field.kind() == CredentialField.Kind.PEM ? MAX_PEM : MAX_LINE)) {
            return Optional.of(Kind.TOO_LONG);
        }
        if (!isSendable(field, value)) {
            return Optional.of(Kind.UNSENDABLE);
        }
        if (earlier.stream().anyMatch(value::sameAs)) {
            return Optional.of(Kind.SAME_AS_OTHER);
        }
        var length = field.usualLength();
        if (length != null && value.length() != length) {
            return Optional.of(Kind.UNUSUAL_LENGTH);
        }
        return fits(field, value) ? Optional.empty() : Optional.of(Kind.UNUSUAL_CHARACTERS);
    }

    private static boolean isSendable(CredentialField field, Secret value) {
        return switch (field.kind()) {
            case KEY, SECRET -> matches(SENDABLE, value);
            case PASSPHRASE -> matches(PASSPHRASE, value);
            case PEM -> true;
        };
    }

    /// Two fields of different shape, each holding what fits the other and not itself.
    private static boolean looksSwapped(Exchange exchange, Credentials credentials) {
        var fields = exchange.credentials();
        if (fields.size() != 2) {
            return false;
        }
        var first = fields.getFirst();
        var second = fields.getLast();
        return !fits(first, credentials.get(first.name()))
                && !fits(second, credentials.get(second.name()))
                && fits(second, credentials.get(first.name()))
                && fits(first, credentials.get(second.name()));
    }

    private static boolean fits(CredentialField field, Secret value) {
        return field.usual() == null || matches(field.usual(), value);
    }

    private static boolean matches(Pattern pattern, Secret value) {
        return pattern.matcher(value.reveal(SecretAccess.granted())).matches();
    }
}
