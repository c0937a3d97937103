package dev.porteclef.mail;

import dev.porteclef.platform.i18n.Language;
import java.util.List;

/// What a mail says, in the reader's language: no form yet, nothing escaped.
record Letter(
        Language language, String subject, String title, List<String> before, List<Fact> facts, List<String> after) {

    Letter {
        before = List.copyOf(before);
        facts = List.copyOf(facts);
        after = List.copyOf(after);
    }

    /// A line of what the letter is about.
    record Fact(String name, String value) {}
}
