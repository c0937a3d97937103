package dev.porteclef.shell;

import com.vaadin.flow.component.page.ColorScheme;
import dev.porteclef.platform.ui.Glyph;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Light, dark, or as the reader's system has it.
enum Colours {
    SYSTEM(ColorScheme.Value.NORMAL, Glyph.SCREEN),
    LIGHT(ColorScheme.Value.LIGHT, Glyph.SUN),
    DARK(ColorScheme.Value.DARK, Glyph.MOON);

    private final ColorScheme.Value scheme;
    private final Glyph glyph;

    Colours(ColorScheme.Value scheme, Glyph glyph) {
        this.scheme = scheme;
        this.glyph = glyph;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    Glyph glyph() {
        return glyph;
    }

    /// As it stands in the cookie.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String translationKey() {
        return "shell.colours." + name();
    }

    static Optional<Colours> of(String word) {
        return Arrays.stream(values())
                .filter(colours -> colours.word().equals(word))
                .findFirst();
    }
}
