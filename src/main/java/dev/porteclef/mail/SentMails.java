package dev.porteclef.mail;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the portal has written to the signed-in customer, so that a mail can be compared with what was really
/// sent; where there is no mail server, what would have been sent.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
@Transactional(readOnly = true)
public class SentMails {

    /// How many are shown at most.
    public static final int LATEST = 30;

    private final JdbiOutbox outbox;
    private final JdbiMailChoices choices;
    private final LetterWriter writer;
    private final Envelope envelope;
    private final CurrentUser currentUser;

    SentMails(Jdbi jdbi, LetterWriter writer, Envelope envelope, CurrentUser currentUser) {
        this.outbox = new JdbiOutbox(jdbi);
        this.choices = new JdbiMailChoices(jdbi);
        this.writer = writer;
        this.envelope = envelope;
        this.currentUser = currentUser;
    }

    /// A mail in words of today.
    ///
    /// @param at when it was sent, or written where it was not
    /// @param html a whole document; opens nothing and holds no link
    public record Shown(MailKind kind, MailState state, Instant at, String subject, String html) {}

    /// The latest ones, newest first, in `language`.
    public List<Shown> latest(Language language) {
        var owner = currentUser.id();
        var word = choices.word(owner);
        return outbox.of(owner, EnumSet.of(MailState.WAITING, MailState.SENT, MailState.WOULD_BE_SENT), LATEST).stream()
                .flatMap(mail -> MailKind.named(mail.kind()).map(kind -> shown(mail, kind, word, language)).stream())
                .toList();
    }

    private Shown shown(OutboxMail mail, MailKind kind, Optional<String> word, Language language) {
        var letter = writer.write(MailFacts.read(kind, mail.facts()), mail.about(), language);
        var end = kind.isMandatory() ? new Envelope.End.Mandatory() : new Envelope.End.Shown();
        var at = mail.endedAt();
        return new Shown(
                kind,
                mail.state(),
                at == null ? mail.createdAt() : at,
                letter.subject(),
                envelope.html(letter, word, end));
    }
}
