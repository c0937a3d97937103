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

    private CredentialFormat() {}

    /// Whether a text that is kept in clear, such as a label, holds something that looks like a credential of
    /// `exchange`.
    public static boolean looksLikeCredential(Exchange exchange, String text) {
        return exchange.credentials().stream()
                .flatMap(field -> Stream.ofNullable(field.usual()))
                .anyMatch(usual -> Arrays.stream(text.split("\\s+", -1))
                        .anyMatch(word -> word.length() >= SHORTEST_TELLING
                                && usual.matcher(word).matches()));
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
