package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import java.time.LocalDate;
import java.util.stream.Stream;

/// A feature's pages that everybody may read and search engines are told of, in both languages.
public interface PublicPages {

    /// The pages as they are now.
    Stream<PublicPage> pages();

    /// A page in both languages.
    ///
    /// @param address relative to the application's root (`en/guides/bitfinex`, `fr/guides/bitfinex`)
    /// @param lastChanged when its text was changed, or last found to be right
    record PublicPage(LocalizedText address, LocalDate lastChanged, LocalizedText title, LocalizedText summary) {

        /// A page whose address differs by the language alone.
        ///
        /// @param path below the language, without slashes around it; empty for the front page
        public PublicPage(String path, LocalDate lastChanged, LocalizedText title, LocalizedText summary) {
            this(
                    new LocalizedText(below(Language.ENGLISH, path), below(Language.FRENCH, path)),
                    lastChanged,
                    title,
                    summary);
        }

        private static String below(Language language, String path) {
            return language.tag() + (path.isEmpty() ? "" : "/" + path);
        }
    }
}
