package dev.porteclef.platform.ui;

import dev.porteclef.platform.i18n.LocalizedText;
import java.time.LocalDate;
import java.util.stream.Stream;

/// A feature's pages that everybody may read and search engines are told of, in both languages.
public interface PublicPages {

    /// The pages as they are now.
    Stream<PublicPage> pages();

    /// A page in both languages.
    ///
    /// @param address from the application's root, without a slash before it (`en/guides/bitfinex`)
    /// @param lastChanged when its text was changed, or last found to be right
    record PublicPage(LocalizedText address, LocalDate lastChanged, LocalizedText title, LocalizedText summary) {}
}
