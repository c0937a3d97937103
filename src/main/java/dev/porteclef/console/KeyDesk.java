package dev.porteclef.console;

import dev.porteclef.account.Addressees;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One customer's key with everything around it, for support and administrators. Opening it is on the customer's
/// record.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional
public class KeyDesk {

    /// How many of the customer's other keys are told at most.
    public static final int OTHERS = 20;

    /// The longest note, in characters.
    public static final int LONGEST_NOTE = 2_000;

    private final Jdbi jdbi;
    private final JdbiKeyEvents events;
    private final CustomersKeys keys;
    private final CredentialGuard guard;
    private final Addressees people;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    KeyDesk(
            Jdbi jdbi,
            CustomersKeys keys,
            CredentialGuard guard,
            Addressees people,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbi = jdbi;
        this.events = new JdbiKeyEvents(jdbi);
        this.keys = keys;
        this.guard = guard;
        this.people = people;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Opens a key; that it was looked at goes into its owner's record.
    @Deed(StaffDeed.OPEN_KEY)
    public Optional<KeyFile> open(KeyId id) {
        return keys.look(id).flatMap(this::file);
    }

    /// The same as it stands now, for whoever has opened it.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public Optional<KeyFile> again(KeyId id) {
        return keys.again(id).flatMap(this::file);
    }

    /// Nothing where its owner has deleted it in this moment.
    private Optional<KeyFile> file(ExchangeKey key) {
        return jdbi.withHandle(handle -> {
            var lines = new JdbiKeyLines(handle);
            return lines.one(key.id())
                    .map(line -> new KeyFile(
                            key,
                            line,
                            lines.of(key.owner(), OTHERS + 1).stream()
                                    .filter(other -> !other.id().equals(key.id()))
                                    .limit(OTHERS)
                                    .toList()));
        });
    }

    /// What happened to the key, newest first, at most `limit` events. What support has written stands in it for
    /// support only.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public List<KeyEvent> timeline(KeyId id, int limit) {
        Stream<KeyEvent> checks = keys.checks(id, limit).stream().map(KeyEvent.Checked::new);
        return Stream.of(
                        checks,
                        events.acts(id, limit).stream(),
                        events.mails(id, limit).stream(),
                        events.questions(id, limit).stream(),
                        events.answers(id, limit, readsAnswers()).stream(),
                        events.notes(id, limit).stream())
                .flatMap(all -> all)
                .sorted(Comparator.comparing(KeyEvent::at).reversed())
                .limit(limit)
                .toList();
    }

    private boolean readsAnswers() {
        return currentUser.has(Role.SUPPORT);
    }

    /// How an agent is called; nothing for an account that is gone.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public Optional<String> nameOf(UserId agent) {
        return people.find(agent).map(one -> one.email().value());
    }

    /// Writes something down about a key, for agents only.
    @Deed(StaffDeed.WRITE_NOTE)
    public NoteOutcome note(KeyId id, String typed) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST_NOTE) {
            return new NoteOutcome.NoText();
        }
        if (guard.looksLikeCredential(text)) {
            return new NoteOutcome.HoldsSecret();
        }
        var key = keys.again(id).orElse(null);
        UserId author = currentUser.id();
        if (key == null || !events.addNote(key, author, text, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return new NoteOutcome.NoSuchKey();
        }
        audit.record(Act.STAFF_NOTED, author, null, id.value(), Map.of());
        return new NoteOutcome.Noted();
    }
}
