package dev.porteclef.console;

import dev.porteclef.audit.AuditEntry;
import dev.porteclef.key.KeyCheck;
import dev.porteclef.key.KeyId;
import dev.porteclef.mail.MailKind;
import dev.porteclef.mail.MailState;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.support.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to one key, or around it.
public sealed interface KeyEvent {

    /// When.
    Instant at();

    /// The exchange was asked.
    record Checked(KeyCheck check) implements KeyEvent {

        @Override
        public Instant at() {
            return check.at();
        }
    }

    /// Somebody did something.
    ///
    /// @param by the e-mail of whoever did it; empty for the portal itself and accounts that are gone
    /// @param successor the key that took the place of this one; `null` where none did, or it is gone
    record Done(AuditEntry entry, String by, @Nullable KeyId successor) implements KeyEvent {

        @Override
        public Instant at() {
            return entry.at();
        }
    }

    /// Its owner was written to, or would have been.
    ///
    /// @param kind nothing for one that a newer version of the portal has written
    record Mailed(Instant at, Optional<MailKind> kind, MailState state) implements KeyEvent {}

    /// Its owner has asked support.
    record Asked(Instant at, UUID request, Language language) implements KeyEvent {}

    /// Support has answered.
    ///
    /// @param by the e-mail of the agent; empty for an account that is gone
    /// @param text what was written, in `language`; empty for whoever may not read it
    record Answered(Instant at, String by, Answer.Kind kind, Language language, String text) implements KeyEvent {}

    /// An agent has written something down.
    ///
    /// @param by the e-mail of the agent; empty for an account that is gone
    record Noted(Instant at, String by, String text) implements KeyEvent {}
}
