package dev.porteclef.shell.files;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a style sheet, and what may be done to it without changing what it says.
///
/// @param place where the sheet lies, relative to the root (`styles/base.css`): its addresses are relative to that
record StyleText(String place, String text) {

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'";
    private static final Pattern IMPORT = Pattern.compile("@import\\s+url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)\\s*;");
    private static final Pattern ADDRESS = Pattern.compile("url\\(\\s*([\"']?)((?:\\.\\.?/)*\\w[\\w./-]*)\\1\\s*\\)");
    private static final Pattern COMMENT = Pattern.compile("(" + QUOTED + ")|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE =
            Pattern.compile("(" + QUOTED + ")|\\s*([{};,])\\s*|(:)\\s+|\\s+", Pattern.DOTALL);
    private static final Pattern LAST_SEMICOLON = Pattern.compile("(" + QUOTED + ")|;(?=})");

    /// The sheets it imports, in their order, by their places.
    List<String> imports() {
        return IMPORT.matcher(text)
                .results()
                .map(found -> resolve(found.group(1)))
                .toList();
    }

    /// With every relative address replaced; what is given to `replaced` is relative to the root.
    StyleText readdressed(UnaryOperator<String> replaced) {
        var changed = ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("url(" + replaced.apply(resolve(found.group(2))) + ")"));
        return new StyleText(place, changed);
    }

    /// Without comments and without white space that separates nothing. What stands in quotes stays.
    StyleText minified() {
        var shorter = keepOrDrop(COMMENT, text, "");
        shorter = keepOrDrop(SPACE, shorter, " ");
        shorter = keepOrDrop(LAST_SEMICOLON, shorter, "");
        return new StyleText(place, shorter.strip());
    }

    /// Each find becomes what its first group with something in it holds, or else `otherwise`.
    private static String keepOrDrop(Pattern pattern, String text, String otherwise) {
        return pattern.matcher(text).replaceAll(found -> {
            for (var group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    return Matcher.quoteReplacement(found.group(group));
                }
            }
            return otherwise;
        });
    }

    private String resolve(String address) {
        return URI.create("/" + place).resolve(address).getPath().substring(1);
    }
}
