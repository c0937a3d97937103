package dev.porteclef.platform.i18n;

import java.util.regex.Pattern;

/// French spacing, so that authors write ordinary spaces: a narrow no-break space before `; ? ! %` and inside
/// guillemets, a no-break space before a colon (Imprimerie nationale, *Lexique des règles typographiques*).
public final class Typography {

    private static final String NARROW = "\u202f";
    private static final String WIDE = "\u00a0";
    private static final Pattern BEFORE_HIGH = Pattern.compile(" (?=[;?!»%€])");
    private static final Pattern AFTER_OPENING = Pattern.compile("(?<=«) ");
    private static final Pattern BEFORE_COLON = Pattern.compile(" (?=:(?:\\s|$))");

    private Typography() {}

    /// `text` with the spaces its language asks for; English stays as it is.
    public static String apply(Language language, String text) {
        if (language != Language.FRENCH) {
            return text;
        }
        var high = BEFORE_HIGH.matcher(text).replaceAll(NARROW);
        var quoted = AFTER_OPENING.matcher(high).replaceAll(NARROW);
        return BEFORE_COLON.matcher(quoted).replaceAll(WIDE);
    }
}
