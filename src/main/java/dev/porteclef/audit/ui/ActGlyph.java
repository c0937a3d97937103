package dev.porteclef.audit.ui;

import dev.porteclef.audit.Act;
import dev.porteclef.platform.ui.Glyph;

/// The pictogram of an act, the same in every list of what happened.
public final class ActGlyph {

    private ActGlyph() {}

    /// For `act`.
    public static Glyph of(Act act) {
        return switch (act) {
            case SIGNED_UP -> Glyph.STAR;
            case SIGNED_IN, SIGNED_OUT -> Glyph.USER;
            case SIGN_IN_FAILED, INCIDENT_DECLARED -> Glyph.WARNING;
            case LANGUAGE_CHANGED -> Glyph.GLOBE;
            case KEY_CONNECTED, PRACTICE_KEY_CREATED -> Glyph.KEY;
            case KEY_REFUSED -> Glyph.BAN;
            case KEY_CHECKED, INCIDENT_ENDED -> Glyph.CHECK;
            case VERDICT_CHANGED -> Glyph.REFRESH;
            case KEY_DELETED -> Glyph.TRASH;
            case KEY_RENAMED, STRATEGY_CHANGED -> Glyph.PENCIL;
            case KEY_PAUSED, STAFF_PAUSED -> Glyph.PAUSE;
            case KEY_RESUMED, FIELDS_SWAPPED, KEY_REPLACED, NONCE_UNIT_CHANGED -> Glyph.REFRESH;
            case LEAK_REPORTED -> Glyph.WARNING;
            case KEY_REVOKED, SECRET_DESTROYED -> Glyph.SHIELD;
            case REMINDERS_CHANGED, CALENDAR_ADDRESS_MADE, CALENDAR_ADDRESS_ENDED -> Glyph.CLOCK;
            case STAFF_LOOKED,
                    STAFF_LOOKED_AS,
                    STAFF_NOTED,
                    STAFF_ANSWERED,
                    STAFF_ASKED_REPLACEMENT,
                    LIST_EXPORTED,
                    RUN_BEGUN,
                    RUN_CANCELLED,
                    SUPPORT_ASKED -> Glyph.INFO;
            case HELP_PUBLISHED,
                    HELP_DRAFT_DISCARDED,
                    HELP_EDIT_KEPT,
                    HELP_EDIT_DROPPED,
                    HELP_ARTICLE_BEGUN,
                    HELP_BACK_TO_PACKAGED,
                    HELP_WITHDRAWN,
                    HELP_RESTORED -> Glyph.BOOK;
        };
    }
}
