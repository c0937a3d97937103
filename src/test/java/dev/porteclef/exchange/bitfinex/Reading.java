package dev.porteclef.exchange.bitfinex;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What an answer says at most, read by other means than the adapter's: by the shape of its text alone.
public final class Reading {

    private static final Set<Integer> BLAMING = Set.of(10100, 10111, 10112, 10113, 10114, 10001);
    private static final Pattern ERROR =
            Pattern.compile("\\s*\\[\\s*\"error\"\\s*,\\s*(\\d{1,9})\\s*[,\\]].*", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile(
            "\\[\\s*\"([A-Za-z0-9_-]{1,60})\"\\s*,\\s*(CELL)\\s*,\\s*(CELL)\\s*(,\\s*CELL\\s*)*\\]"
                    .replace(
                            "CELL",
                            "(?:-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|true|false|null|\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\[\\]]*\\]|\\{[^{}]*\\})"));
    private static final Pattern ESCAPED = Pattern.compile("\\\\u00([2-7][0-9a-fA-F])");

    private Reading() {}

    /// Whether it is an error of the exchange whose code may blame the key.
    public static boolean blamesTheKey(Given given) {
        var error = ERROR.matcher(text(given));
        return error.matches() && BLAMING.contains(Integer.parseInt(error.group(1)));
    }

    /// Whether it is a list of permissions and nothing else.
    public static boolean isList(Given given) {
        var rows = ROW.matcher(text(given)).replaceAll("R").replaceAll("\\s", "");
        return given.status() == 200 && rows.matches("\\ufeff?\\[R(,R)*\\]");
    }

    /// Whether such a list has a row for `scope`.
    public static boolean speaksOf(Given given, String scope) {
        return isList(given)
                && ROW.matcher(text(given))
                        .results()
                        .anyMatch(row -> row.group(1).equals(scope));
    }

    /// Whether a row of such a list names withdrawals and is not clearly a no.
    public static boolean letsWithdraw(Given given) {
        return isList(given)
                && ROW.matcher(text(given))
                        .results()
                        .filter(row -> row.group(1).toLowerCase(Locale.ROOT).contains("withdraw"))
                        .anyMatch(row -> isGranted(row.group(2)) || isGranted(row.group(3)));
    }

    /// The same for a list as it usually is, which has to be understood; a merely possible one may be turned down.
    public static boolean plainlyLetsWithdraw(Given given) {
        var text = new String(given.body(), StandardCharsets.UTF_8);
        return text.matches("\\[(\\[\"[a-z_]{1,30}\",[01],[01]\\],){0,199}\\[\"[a-z_]{1,30}\",[01],[01]\\]\\]")
                && letsWithdraw(given);
    }

    private static boolean isGranted(String cell) {
        return !cell.matches("false|null|-?0+(\\.0+)?([eE].*)?");
    }

    /// With letters written in full that JSON may write as numbers.
    private static String text(Given given) {
        return ESCAPED.matcher(new String(given.body(), StandardCharsets.UTF_8)).replaceAll(letter -> {
            var one = (char) Integer.parseInt(letter.group(1), 16);
            return Character.isLetterOrDigit(one) ? String.valueOf(one) : "?";
        });
    }
}
