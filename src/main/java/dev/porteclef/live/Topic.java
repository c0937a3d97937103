package dev.porteclef.live;

import dev.porteclef.platform.security.UserId;

/// Something that open pages show. Its name travels between the nodes: at most an id, never what is new, and nothing
/// secret.
public record Topic(String name) {

    /// What is wrong at an exchange, or is over.
    public static final Topic INCIDENTS = new Topic("incidents");
    /// What customers ask support.
    public static final Topic QUESTIONS = new Topic("questions");
    /// What editors have published in the help center.
    public static final Topic HELP = new Topic("help");

    /// What editors do with one article of the help center: who has it open, drafts, publications.
    public static Topic editing(String family) {
        return new Topic("editing " + family);
    }

    /// One customer's keys: their verdicts, lives and names.
    public static Topic keysOf(UserId owner) {
        return new Topic("keys " + owner);
    }
}
