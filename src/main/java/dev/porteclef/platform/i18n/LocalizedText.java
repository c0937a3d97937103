package dev.porteclef.platform.i18n;

/// One text of the content in both languages; neither may be missing or blank.
public record LocalizedText(String en, String fr) {

    public LocalizedText {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException(
                    "a text needs English and French, found en=«" + en + "» fr=«" + fr + "»");
        }
    }

    /// The text in `language`.
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case FRENCH -> fr;
        };
    }
}
