package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Glyph;

/// A headline with its glyph, colour and word, the same on every page that shows one: the customer's and support's.
public final class HeadlineBadge {

    private HeadlineBadge() {}

    /// @param page whose locale the word takes
    public static Badge of(Component page, Headline headline) {
        return new Badge(tone(headline), glyph(headline), page.getTranslation(headline.translationKey()));
    }

    private static Badge.Tone tone(Headline headline) {
        return switch (headline.tone()) {
            case GREEN -> Badge.Tone.GREEN;
            case AMBER -> Badge.Tone.AMBER;
            case RED -> Badge.Tone.RED;
            case GREY -> Badge.Tone.GREY;
        };
    }

    static Glyph glyph(Headline headline) {
        return switch (headline) {
            case REFUSED -> Glyph.BAN;
            case PAUSED -> Glyph.PAUSE;
            case LEAKED, REPLACED_STILL_ACCEPTED -> Glyph.WARNING;
            case REVOKED -> Glyph.SHIELD;
            case REPLACED -> Glyph.MINUS;
            case CREDENTIALS_REJECTED, IP_NOT_ALLOWED, NONCE_CONFLICT, MISSING_PERMISSION -> Glyph.CROSS;
            case NO_VERDICT, LAST_VERDICT_STAYS, DOUBTED -> Glyph.CLOCK;
            case CANNOT_BE_PROVEN -> Glyph.QUESTION;
            case MORE_THAN_NEEDED, RECOMMENDED_MISSING, NONCE_RACE -> Glyph.WARNING;
            case ACCEPTED, NO_FUNDED_WALLET -> Glyph.CHECK;
        };
    }
}
