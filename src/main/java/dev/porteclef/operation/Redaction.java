package dev.porteclef.operation;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Replaces in a line of a log whatever has the shape of a credential. The last net, not the first: nothing secret is
/// given to a log on purpose.
///
/// It goes by shape: the catalogue of exchanges does not exist yet when the first line is written, and a pasted
/// text may belong to an exchange that nobody declared. Ids (UUIDs), names of classes, paths and ordinary words stay.
final class Redaction {

    static final String MARK = "[REDACTED]";

    /// Shorter texts are chance words of no use to anybody.
    private static final int SHORTEST = 20;
    /// Words of people and programs are longer on average than this; what chance wrote has stretches of about two.
    private static final double SHORTEST_WORD = 3.5;

    /// No word has more numbers in it.
    private static final int MOST_NUMBERS = 3;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|\\z)", Pattern.DOTALL);
    /// Base64 may have been encoded once more for an address (`%2B`), escapes of JSON (`\n`) are no part of the
    /// word that follows them.
    private static final Pattern WORD =
            Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|[\"\\\\/bfnrt])|[A-Za-z0-9_%+/-]{" + SHORTEST + ",}={0,2}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_%-]{" + SHORTEST + ",}");
    private static final Pattern ENCODED = Pattern.compile("%(?:25)*([0-9A-Fa-f]{2})");
    /// Ids, also behind a word (`node-…`), and the addresses of hidden classes.
    private static final Pattern HARMLESS =
            Pattern.compile("(?<![0-9A-Za-z_])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z_-])"
                    + "|(?<![0-9A-Za-z_-])0x[0-9a-fA-F]{1,16}(?![0-9A-Za-z_-])");
    /// Hexadecimal and base 32, whose few signs make long stretches by chance.
    private static final Pattern FEW_SIGNS = Pattern.compile(
            ".*(?<![0-9A-Za-z])(?:[0-9a-f]{32,}|[0-9A-F]{32,}|(?=[A-Z]*[0-9])[A-Z0-9]{20,})(?![0-9A-Za-z]).*");
    private static final Pattern STRETCH = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+");

    private Redaction() {}

    static String of(String text) {
        var clean = PEM.matcher(text).replaceAll(MARK);
        clean = NamedSecrets.redacted(clean);
        return WORD.matcher(clean).replaceAll(Redaction::word);
    }

    private static String word(MatchResult found) {
        var word = found.group();
        if (word.startsWith("\\")) {
            return java.util.regex.Matcher.quoteReplacement(word);
        }
        var whole = looksRandom(word)
                ? MARK
                : PART.matcher(word).replaceAll(part -> looksRandom(part.group()) ? MARK : part.group());
        return java.util.regex.Matcher.quoteReplacement(whole);
    }

    /// Whether it changes between capitals, small letters and digits far more often than words do.
    private static boolean looksRandom(String word) {
        var rest = HARMLESS.matcher(decoded(word)).replaceAll("");
        if (rest.length() < SHORTEST) {
            return false;
        }
        var letters = 0;
        var stretches = 0;
        var numbers = 0;
        var stretch = STRETCH.matcher(rest);
        while (stretch.find()) {
            stretches++;
            letters += stretch.end() - stretch.start();
            numbers += Character.isDigit(rest.charAt(stretch.start())) ? 1 : 0;
        }
        return (stretches > 1 && letters < SHORTEST_WORD * stretches)
                || numbers > MOST_NUMBERS
                || FEW_SIGNS.matcher(rest).matches();
    }

    /// What stands for anything but a sign of base64 separates words.
    private static String decoded(String word) {
        return ENCODED.matcher(word).replaceAll(sign -> switch (Integer.parseInt(sign.group(1), 16)) {
            case '+' -> "+";
            case '/' -> "/";
            case '=' -> "=";
            default -> ".";
        });
    }
}
