package dev.porteclef.platform.ui;

/// Marks requests whose session ends with them: what is drawn for a reader who has no session needs one for a moment.
public final class PassingSession {

    /// The attribute of such a request.
    public static final String ATTRIBUTE = PassingSession.class.getName();

    private PassingSession() {}
}
