package dev.porteclef.watch;

import dev.porteclef.platform.i18n.Language;

/// What customers read about a declared incident, each in their own language.
public record IncidentTexts(String english, String french) {

    /// The longest text in either language, in characters.
    public static final int LONGEST = 500;

    /// The text in `language`.
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case FRENCH -> french;
        };
    }

    IncidentTexts stripped() {
        return new IncidentTexts(english.strip(), french.strip());
    }
}
