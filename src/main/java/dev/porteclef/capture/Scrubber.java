package dev.porteclef.capture;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.platform.secret.Secret;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps of an exchange's error text what says what is wrong, and nothing of whose it is: the credentials, addresses,
/// numbers and whatever is no ordinary word are replaced by their kind.
///
/// What it cannot know: a person's name written as ordinary words stays.
final class Scrubber {

    private static final int MAX_TEXT = 300;
    /// As long as a shortest key, in whatever way of writing.
    private static final int SHORTEST_TOKEN = 20;
    /// A mixture of cases this long is no word.
    private static final int SHORTEST_MIXTURE = 6;
    /// A shorter credential could be part of any text, by chance.
    private static final int SHORTEST_CREDENTIAL = 4;
    private static final int SHORTEST_PROOF = 12;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"']+@[^\\s@<>\"',;]+");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?");
    private static final Pattern IPV6 = Pattern.compile(
            "(?i)(?<![0-9a-z])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\\w+)?(?:/\\d{1,3})?(?![0-9a-z])");
    private static final Pattern RUN = Pattern.compile("\\S+");
    private static final Pattern OUTER = Pattern.compile("^[\\p{Punct}]+|[\\p{Punct}]+$");
    /// `ERR_INVALID_CREDENTIALS`, `temporarily_unavailable`.
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]{2,16}(_[A-Z]{1,16})+|[a-z]{2,16}(_[a-z]{1,16})+");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])[+-]?\\d+(?:[.,]\\d+)*(?:[eE][+-]?\\d+)?(?![\\p{L}\\p{N}])");
    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ORDINARY = Pattern.compile("[A-Z]?[a-z]*|[A-Z]+");
    private static final Set<String> HARMLESS = Set.of("v1", "v2", "2FA", "2fa", "u2f", "U2F");

    private final Credentials credentials;
    private final Set<String> numbers;

    /// @param numbers those that may stay, as they are written
    Scrubber(Credentials credentials, Set<String> numbers) {
        this.credentials = credentials;
        this.numbers = Set.copyOf(numbers);
    }

    /// `text` on one line and bounded; `numbers` of this answer alone are kept besides.
    String scrub(String text, Set<String> besides) {
        var clean = withoutCredentials(CONTROL.matcher(text).replaceAll(" ").strip());
        clean = EMAIL.matcher(clean).replaceAll("<email>");
        clean = IPV4.matcher(clean).replaceAll("<ip>");
        clean = IPV6.matcher(clean).replaceAll("<ip>");
        clean = RUN.matcher(clean).replaceAll(run -> literal(run(run.group())));
        clean = NUMBER.matcher(clean).replaceAll(number -> literal(number(number.group(), besides)));
        clean = PIECE.matcher(clean).replaceAll(piece -> literal(piece(piece.group(), besides)));
        // Last: a credential cut in two would not be recognised.
        return clean.substring(0, Math.min(clean.length(), MAX_TEXT));
    }

    /// Whether one of the credentials, unless it is short, stands in `text` as it is.
    boolean holdsCredential(String text) {
        return credentials.fields().values().stream()
                .filter(credential -> credential.length() >= SHORTEST_PROOF)
                .anyMatch(credential -> !without(credential, text).equals(text));
    }

    /// Compared window by window, so that no credential has to be opened for it.
    private String withoutCredentials(String text) {
        var clean = text;
        for (var credential : credentials.fields().values()) {
            clean = without(credential, clean);
        }
        return clean;
    }

    private static String without(Secret credential, String text) {
        var length = credential.length();
        if (length < SHORTEST_CREDENTIAL) {
            return text;
        }
        var clean = new StringBuilder();
        var from = 0;
        for (var at = 0; at + length <= text.length(); at++) {
            try (var window = Secret.of(text.substring(at, at + length))) {
                if (window.sameAs(credential)) {
                    clean.append(text, from, at).append("<credential>");
                    from = at + length;
                    at = from - 1;
                }
            }
        }
        return clean.append(text.substring(from)).toString();
    }

    private static String run(String run) {
        var core = OUTER.matcher(run).replaceAll("");
        return core.length() < SHORTEST_TOKEN || CONSTANT.matcher(core).matches() ? run : "<token>";
    }

    private String number(String number, Set<String> besides) {
        return mayStay(number, besides) ? number : "<number>";
    }

    private String piece(String piece, Set<String> besides) {
        if (mayStay(piece, besides) || HARMLESS.contains(piece)) {
            return piece;
        }
        if (piece.chars().anyMatch(Character::isDigit)) {
            return "<token>";
        }
        return piece.length() < SHORTEST_MIXTURE || ORDINARY.matcher(piece).matches() ? piece : "<token>";
    }

    private boolean mayStay(String number, Set<String> besides) {
        return numbers.contains(number) || besides.contains(number);
    }

    private static String literal(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
