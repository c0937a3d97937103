package dev.porteclef.mail;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the signed-in customer wants by mail, and the word by which they recognise it. Changes are on the record; the
/// word itself is not.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
@Transactional
public class MailChoices {

    /// In characters (code points), outer spaces removed.
    public static final int SHORTEST_WORD = 3;

    public static final int LONGEST_WORD = 40;

    /// What is not seen, or turns the direction of what is.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /// A part of a key or secret, which is longer than a word may be.
    private static final Pattern PART_OF_CREDENTIAL =
            Pattern.compile("(?=\\S*\\d)(?=\\S*[a-z])(?=\\S*[A-Z])[A-Za-z0-9_+/=-]{20,}");

    private final JdbiMailChoices store;
    private final MailServer server;
    private final CredentialGuard guard;
    private final AuditLog audit;
    private final CurrentUser currentUser;

    MailChoices(Jdbi jdbi, MailServer server, CredentialGuard guard, AuditLog audit, CurrentUser currentUser) {
        this.store = new JdbiMailChoices(jdbi);
        this.server = server;
        this.guard = guard;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /// Whether this installation sends any mail.
    @Transactional(readOnly = true)
    public boolean isSent() {
        return server.isDeclared();
    }

    /// Kinds that the customer does not want.
    @Transactional(readOnly = true)
    public Set<MailKind> declined() {
        return store.declined(currentUser.id());
    }

    /// Says whether mail of `kind` is wanted; a mandatory kind stays as it is.
    public void choose(MailKind kind, boolean wanted) {
        if (kind.isMandatory()) {
            return;
        }
        var owner = currentUser.id();
        if (wanted ? store.want(owner, kind) : store.decline(owner, kind)) {
            audit.record(
                    Act.REMINDERS_CHANGED,
                    owner,
                    owner,
                    null,
                    Map.of("kind", kind.name(), "wanted", Boolean.toString(wanted)));
        }
    }

    /// The word that stands on top of every mail, if one was chosen.
    @Transactional(readOnly = true)
    public Optional<String> word() {
        return store.word(currentUser.id());
    }

    /// Chooses another word; a blank one removes it.
    public WordOutcome chooseWord(String typed) {
        var owner = currentUser.id();
        var word = typed.strip();
        if (word.isEmpty()) {
            store.forgetWord(owner);
            record("removed");
            return WordOutcome.REMOVED;
        }
        var length = word.codePointCount(0, word.length());
        if (length < SHORTEST_WORD
                || length > LONGEST_WORD
                || UNSEEN.matcher(word).find()) {
            return WordOutcome.WRONG_FORM;
        }
        if (PART_OF_CREDENTIAL.matcher(word).find() || guard.examine(word) != CredentialGuard.Finding.NOTHING) {
            return WordOutcome.LOOKS_LIKE_CREDENTIAL;
        }
        store.keepWord(owner, word);
        record("chosen");
        return WordOutcome.KEPT;
    }

    private void record(String what) {
        var owner = currentUser.id();
        audit.record(Act.REMINDERS_CHANGED, owner, owner, null, Map.of("word", what));
    }
}
