package dev.porteclef.platform.i18n;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language the portal speaks in full. The language of a page is the first segment of its address, nothing else.
public enum Language {
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The two-letter tag (BCP 47) as it stands in addresses and in the database.
    public String tag() {
        return tag;
    }

    /// The locale for texts.
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// The locale for dates and numbers: British order and 24 hours for English, since most readers are not American.
    public Locale formats() {
        return this == ENGLISH ? Locale.UK : Locale.FRANCE;
    }

    /// The one language that this is not.
    public Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }

    /// The language named by `tag`, or nothing where the portal does not speak it.
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /// The language for `locale`: French for any French, English for everything else.
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }

    /// The language that the first segment of an address names (`/fr/…`, `fr/…`), or nothing.
    public static Optional<Language> ofPath(String path) {
        var start = path.startsWith("/") ? 1 : 0;
        var end = path.indexOf('/', start);
        return of(path.substring(start, end < 0 ? path.length() : end));
    }
}
