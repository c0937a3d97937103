package dev.porteclef.key.ui;

import java.util.regex.Pattern;

/// A pasted value without what copying adds around it: white space of any kind, invisible characters, a pair of quotes.
/// Nothing inside is touched.
record PastedText(String text, boolean changed) {

    private static final Pattern OUTER = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");
    private static final Pattern QUOTED = Pattern.compile("^([\"'`“”‘’«»])(.*)([\"'`“”‘’«»])$", Pattern.DOTALL);

    static PastedText clean(String pasted) {
        var text = OUTER.matcher(pasted).replaceAll("");
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            text = OUTER.matcher(quoted.group(2)).replaceAll("");
        }
        return new PastedText(text, !text.equals(pasted));
    }
}
