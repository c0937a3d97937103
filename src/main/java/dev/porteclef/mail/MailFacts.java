package dev.porteclef.mail;

import dev.porteclef.key.Headline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What a mail tells, as it was when it was put into the outbox; the words are found when it is sent. Never a part of a
/// key or of a secret.
public sealed interface MailFacts {

    /// @param label the key's name at that time
    /// @param cause what the key amounts to now
    record KeyRed(String label, Headline cause, Instant at) implements MailFacts {}

    /// @param state what the key amounts to now
    record KeyGreen(String label, Headline state, Instant at) implements MailFacts {}

    record WithdrawFound(String label, Instant at) implements MailFacts {}

    /// @param end the day on which the key is as old as it should get
    /// @param days how old that is
    /// @param overdue whether that day has come
    record RotationDue(String label, LocalDate connected, LocalDate end, int days, boolean overdue)
            implements MailFacts {}

    /// @param labels of the customer's keys in use, at most [#MOST]
    /// @param more how many there are beyond those
    record PermissionReview(List<String> labels, int more) implements MailFacts {

        public static final int MOST = 10;

        public PermissionReview {
            labels = List.copyOf(labels);
        }
    }

    /// @param paragraphs what support has answered, in the language in which it was written
    record SupportAnswered(String label, List<String> paragraphs) implements MailFacts {

        public SupportAnswered {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// What [#read] takes.
    default String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /// The facts of a mail of that kind.
    static MailFacts read(MailKind kind, String json) {
        return JsonMapper.shared().readValue(json, kind.facts());
    }
}
