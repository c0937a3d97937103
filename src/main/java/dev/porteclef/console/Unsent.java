package dev.porteclef.console;

import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.KeyDeleted;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an agent has typed and not sent yet, so that neither a time-out, nor another language, nor a restart takes it.
/// Each has only their own. What looks like a credential is not kept, and neither is anything older than a month.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional
public class Unsent {

    private static final int LONGEST = 4_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final CredentialGuard guard;
    private final CurrentUser currentUser;
    private final Clock clock;

    Unsent(Jdbi jdbi, CredentialGuard guard, CurrentUser currentUser, Clock clock) {
        this.jdbi = jdbi;
        this.guard = guard;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// What was typed last into the field called `place`.
    @Deed(StaffDeed.SEE_KEYS)
    @Transactional(readOnly = true)
    public Optional<String> find(String place) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select text from console_unsent where agent = :agent and place = :place")
                        .bind("agent", currentUser.id())
                        .bind("place", place)
                        .mapTo(String.class)
                        .findOne());
    }

    /// Keeps `text` as what was typed last into the field called `place`; forgets what was there where it is empty, too
    /// long for any field, or looks like a credential.
    ///
    /// @param place at most 200 characters
    /// @return whether it looks like a credential
    @Deed(StaffDeed.SEE_KEYS)
    public boolean keep(String place, String text) {
        var agent = currentUser.id();
        var secret = guard.looksLikeCredential(text);
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from console_unsent where agent = :agent and place = :place")
                    .bind("agent", agent)
                    .bind("place", place)
                    .execute();
            if (text.isBlank() || text.length() > LONGEST || secret) {
                return;
            }
            // Two windows of one agent may both be typed into.
            handle.createUpdate("""
                            insert into console_unsent (agent, place, text, kept_at)
                            values (:agent, :place, :text, :now)
                            on conflict do nothing
                            """)
                    .bind("agent", agent)
                    .bind("place", place)
                    .bind("text", text)
                    .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .execute();
        });
        return secret;
    }

    /// The field `what` of the page of one key: it goes with the key.
    public static String place(String what, KeyId key) {
        return what + ":" + key;
    }

    /// Forgets what nobody has come back to, and what is about keys that are gone.
    @Component
    static class Forgotten {

        private final Jdbi jdbi;
        private final Clock clock;

        Forgotten(Jdbi jdbi, Clock clock) {
            this.jdbi = jdbi;
            this.clock = clock;
        }

        @EventListener
        void forget(KeyDeleted deleted) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from console_unsent where place in (:note, :look)")
                    .bind("note", place("note", deleted.key()))
                    .bind("look", place("look", deleted.key()))
                    .execute());
        }

        @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT24H")
        void forget() {
            jdbi.useHandle(handle -> handle.createUpdate("delete from console_unsent where kept_at < :old")
                    .bind("old", clock.instant().minus(KEPT))
                    .execute());
        }
    }
}
