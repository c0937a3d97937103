package dev.porteclef.audit;

/// What can stand in the record.
public enum Act {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    LANGUAGE_CHANGED,
    KEY_CONNECTED,
    KEY_REFUSED,
    KEY_CHECKED,
    VERDICT_CHANGED,
    KEY_DELETED,
    KEY_RENAMED,
    STRATEGY_CHANGED,
    KEY_PAUSED,
    KEY_RESUMED,
    /// Another key has taken its place.
    KEY_REPLACED,
    /// Replaced or leaked, and the exchange refuses it now.
    KEY_REVOKED,
    LEAK_REPORTED,
    /// Its time was up: nobody asked for it any more.
    SECRET_DESTROYED,
    FIELDS_SWAPPED,
    NONCE_UNIT_CHANGED,
    SUPPORT_ASKED,
    /// Which reminders are mailed, or the word in them.
    REMINDERS_CHANGED,
    CALENDAR_ADDRESS_MADE,
    CALENDAR_ADDRESS_ENDED,
    STAFF_LOOKED,
    /// An agent looked at a key as its owner sees it, for a reason.
    STAFF_LOOKED_AS,
    /// An agent wrote something down about a key, for other agents.
    STAFF_NOTED,
    /// An agent answered about a key.
    STAFF_ANSWERED,
    /// An agent asked for another key in the place of one.
    STAFF_ASKED_REPLACEMENT,
    /// An agent took a key out of use.
    STAFF_PAUSED,
    /// An agent began, or took up again, something for many keys.
    RUN_BEGUN,
    /// An agent stopped that.
    RUN_CANCELLED,
    /// An agent downloaded a list of customers' keys.
    LIST_EXPORTED,
    /// An agent said what is wrong with all keys that stand alike.
    INCIDENT_DECLARED,
    /// What an agent had declared is over, by itself or by hand.
    INCIDENT_ENDED,
    PRACTICE_KEY_CREATED,
    /// An editor's texts are what readers see now.
    HELP_PUBLISHED,
    HELP_DRAFT_DISCARDED,
    /// An edit stays although the text under it has changed.
    HELP_EDIT_KEPT,
    /// An edit gave way to the text that comes with the portal.
    HELP_EDIT_DROPPED,
    /// An editor has begun an article that there was not before.
    HELP_ARTICLE_BEGUN,
    /// An editor went back from edits to the texts that come with the portal.
    HELP_BACK_TO_PACKAGED,
    /// Readers have an article no more.
    HELP_WITHDRAWN,
    /// Readers have a withdrawn article back.
    HELP_RESTORED;

    /// Whether nobody but staff does it, which its text says.
    public boolean isStaffs() {
        return name().startsWith("STAFF_");
    }

    /// The key of its text in both languages.
    public String translationKey() {
        return "audit.act." + name();
    }
}
