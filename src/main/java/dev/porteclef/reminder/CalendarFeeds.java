package dev.porteclef.reminder;

import dev.porteclef.account.Addressees;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.Tokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The signed-in customer's calendar: as a file, and at an address that calendars can ask by themselves. Whoever knows
/// the address may read it, which is why it can be changed at any time and only its hash is stored.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
@Transactional
public class CalendarFeeds {

    static final String PATH = "/calendar/";
    static final String ENDING = ".ics";

    private final JdbiCalendar store;
    private final CalendarEntries entries;
    private final CalendarWriter writer;
    private final Addressees addressees;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final SecureRandom random;
    private final Clock clock;

    CalendarFeeds(
            Jdbi jdbi,
            CalendarEntries entries,
            CalendarWriter writer,
            Addressees addressees,
            AuditLog audit,
            CurrentUser currentUser,
            SecureRandom random,
            Clock clock) {
        this.store = new JdbiCalendar(jdbi);
        this.entries = entries;
        this.writer = writer;
        this.addressees = addressees;
        this.audit = audit;
        this.currentUser = currentUser;
        this.random = random;
        this.clock = clock;
    }

    /// The calendar as it stands now, as iCalendar text in `language`.
    public String download(Language language) {
        return writer.write(entries.current(currentUser.id()), language);
    }

    /// When the address there is was made, if there is one.
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt() {
        return store.madeAt(currentUser.id());
    }

    /// Makes a new address and ends the one before.
    ///
    /// @return its path, from the portal's root; it is told this one time
    public String makeAddress() {
        var owner = currentUser.id();
        var token = Tokens.next(random);
        store.replaceFeed(owner, Tokens.hash(token), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(Act.CALENDAR_ADDRESS_MADE, owner, owner, null, Map.of());
        return PATH + token + ENDING;
    }

    /// Ends the address there is, if any.
    public void endAddress() {
        var owner = currentUser.id();
        if (store.removeFeed(owner)) {
            audit.record(Act.CALENDAR_ADDRESS_ENDED, owner, owner, null, Map.of());
        }
    }

    /// The calendar behind an address, in its customer's language; nothing for an unknown token or a disabled account.
    @PreAuthorize("permitAll()")
    public Optional<String> read(String token) {
        if (!Tokens.isOne(token)) {
            return Optional.empty();
        }
        return store.owner(Tokens.hash(token))
                .flatMap(owner -> addressees
                        .find(owner)
                        .map(addressee -> writer.write(entries.current(owner), addressee.language())));
    }
}
