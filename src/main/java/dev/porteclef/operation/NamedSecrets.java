package dev.porteclef.operation;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces what stands after a name that announces a secret, whatever shape it has: `password=…`,
/// `"apiSecret":"…"`, `Authorization: Bearer …`, `Authorization=[Bearer …]`.
///
/// A line may be JSON, hold JSON, or be JSON with JSON in its message: what can be read as JSON before can be after.
final class NamedSecrets {

    private static final String NAMES = "(?:secret|password|passphrase|token|api[_-]?key|authorization|cookie)";

    /// Java matches a repeated choice by recursion: these repeat single signs, and choices so many times.
    private static final String AT_MOST = "{0,500}+";

    private static final String PLAIN = "[^\"\\\\\r\n]*+";

    private static final Pattern MEMBER = member("\"", PLAIN + "(?:\\\\." + PLAIN + ")" + AT_MOST, "[^\\[\\]{}\r\n]*+");
    /// The same where it stands in a message. What is escaped twice is part of the value.
    private static final Pattern ESCAPED_MEMBER = member(
            "\\\\\"",
            PLAIN + "(?:(?:\\\\{4}|\\\\{3}\"|\\\\[^\"nr])" + PLAIN + ")" + AT_MOST,
            "[^\\[\\]{}\"\\\\\r\n]*+(?:\\\\[^nr][^\\[\\]{}\"\\\\\r\n]*+)" + AT_MOST);

    /// After a colon and a space a sentence may go on: `invalid password: the server said …`.
    private static final String SENTENCE = "(?<=:\\s{1,9})(?:an?|are|at|by|can|cannot|could|did|does|empty|expected"
            + "|expired|for|from|got|had|has|in|incorrect|invalid|is|it|its|malformed|may|missing|must|no|none|not|null|of"
            + "|on|please|rejected|required|see|should|that|the|this|to|too|unknown|was|were|will|with|wrong|you|your)"
            + "(?![^\\s,.;:\"\\\\])";

    /// What separates a value from its neighbour may stand in it, too, unless the neighbour has a name of its own.
    private static final String INNER =
            "(?:\\\\[^\"bfnrt\\s]|[,;&)}\\]](?=[\\w+/$%!#@*-])(?![A-Za-z_][\\w.-]*[=:][^\\s=]))";

    private static final String USUAL = "[^\\s\"\\\\,;&)}\\]]";
    private static final String ALONE =
            "(?=" + USUAL + "|" + INNER + ")" + USUAL + "*+(?:" + INNER + USUAL + "*+)" + AT_MOST;

    private static final Pattern ANNOUNCED = Pattern.compile("(?i)(" + NAMES + "'?\\s*[=:]\\s*+)(?!" + SENTENCE + ")(?:"
            + "\\\\\"[^\"\\\\\r\n]+\\\\\""
            // A quote before a comma or a brace ends the text of JSON around all this.
            + "|\"(?![,}\\]:\\s])" + PLAIN + "(?:\\\\." + PLAIN + ")" + AT_MOST + "\""
            + "|'[^'\"\\\\\r\n]+'"
            // Maps of headers are told in brackets.
            + "|\\[\\s*\"[^\"\r\n]*\"(?:\\s*,\\s*\"[^\"\r\n]*\")" + AT_MOST + "\\s*]"
            + "|\\[[^\\]\"\\\\\r\n]*+(?:\\\\[^nr][^\\]\"\\\\\r\n]*+)" + AT_MOST + "]?"
            + "|((?:\\\\?\")?)(?:(?:bearer|basic|digest|negotiate|token) )?" + ALONE + ")");

    private NamedSecrets() {}

    static String redacted(String text) {
        var clean = MEMBER.matcher(text).replaceAll(NamedSecrets::quoted);
        clean = ESCAPED_MEMBER.matcher(clean).replaceAll(NamedSecrets::quoted);
        return ANNOUNCED.matcher(clean).replaceAll("$1$2" + Matcher.quoteReplacement(Redaction.MARK));
    }

    /// A member of JSON whose value is a text, a list or a number.
    private static Pattern member(String quote, String text, String list) {
        return Pattern.compile("(?i)(" + NAMES + "(" + quote + ")\\s*[=:]\\s*+)(?:"
                + quote + text + "(?:" + quote + ")?"
                + "|\\[" + list + "]"
                + "|(?!(?:null|true|false)\\b)[^\\s\"\\\\,{}\\[\\]]+)");
    }

    private static String quoted(MatchResult found) {
        var quote = found.group(2);
        return Matcher.quoteReplacement(found.group(1) + quote + Redaction.MARK + quote);
    }
}
