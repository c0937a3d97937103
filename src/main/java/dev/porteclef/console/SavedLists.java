package dev.porteclef.console;

import dev.porteclef.key.CredentialGuard;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lists that the signed-in agent has kept, and those that others share.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional
public class SavedLists {

    /// The longest name, in characters.
    public static final int LONGEST_NAME = 80;

    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final CredentialGuard guard;
    private final CurrentUser currentUser;
    private final Clock clock;

    SavedLists(Jdbi jdbi, CredentialGuard guard, CurrentUser currentUser, Clock clock) {
        this.jdbi = jdbi;
        this.guard = guard;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// By name, one's own first, which are fifty at most; a hundred and fifty in all.
    @Deed(StaffDeed.SEE_KEYS)
    @Transactional(readOnly = true)
    public List<SavedList> all() {
        UserId me = currentUser.id();
        var administrator = isAdministrator();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, owner, shared, name, query
                        from console_view
                        where owner = :me or shared
                        order by case when owner = :me then 0 else 1 end, name, id
                        limit :most
                        """)
                .bind("me", me)
                .bind("most", 3 * MOST)
                .map((row, context) -> {
                    var own = me.value().equals(row.getObject("owner", UUID.class));
                    var shared = row.getBoolean("shared");
                    return new SavedList(
                            row.getObject("id", UUID.class),
                            own,
                            shared,
                            row.getString("name"),
                            row.getString("query"),
                            own || (shared && administrator));
                })
                .list());
    }

    /// What came of keeping a list.
    public sealed interface Kept {

        /// It is kept.
        ///
        /// @param before the agent's list of that name, in whose place it stands; `null` where there was none
        record Done(SavedList list, @Nullable SavedList before) implements Kept {}

        /// It has no name, or one that is longer than [#LONGEST_NAME] or looks like a credential.
        record NoName() implements Kept {}

        /// The agent has as many as can be, or its address is too long.
        record TooMuch() implements Kept {}
    }

    /// Keeps a list; one of the same name that the agent has is replaced.
    @Deed(StaffDeed.SEE_KEYS)
    public Kept keep(String typedName, String query, boolean shared) {
        var name = typedName.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || guard.looksLikeCredential(name)) {
            return new Kept.NoName();
        }
        UserId me = currentUser.id();
        return jdbi.withHandle(handle -> {
            var others = handle.createQuery("select count(*) from console_view where owner = :me and name <> :name")
                    .bind("me", me)
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .one();
            // Asked before anything is taken away: whoever is refused still has the list of that name.
            if (others >= MOST || query.length() > LONGEST_QUERY) {
                return new Kept.TooMuch();
            }
            var before = handle.createQuery("""
                            select id, shared, query
                            from console_view
                            where owner = :me and name = :name
                            """)
                    .bind("me", me)
                    .bind("name", name)
                    .map((row, context) -> own(
                            row.getObject("id", UUID.class), row.getBoolean("shared"), name, row.getString("query")))
                    .findFirst()
                    .orElse(null);
            handle.createUpdate("delete from console_view where owner = :me and name = :name")
                    .bind("me", me)
                    .bind("name", name)
                    .execute();
            var kept = own(UUID.randomUUID(), shared, name, query);
            handle.createUpdate("""
                            insert into console_view (id, owner, shared, name, query, saved_at)
                            values (:id, :me, :shared, :name, :query, :at)
                            """)
                    .bind("id", kept.id())
                    .bind("me", me)
                    .bind("shared", shared)
                    .bind("name", name)
                    .bind("query", query)
                    .bind("at", now())
                    .execute();
            return new Kept.Done(kept, before);
        });
    }

    /// Forgets a list of one's own; administrators also forget shared ones of others. All else stays as it is.
    @Deed(StaffDeed.SEE_KEYS)
    public void forget(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from console_view
                        where id = :id and (owner = :me or (shared and :admin))
                        """)
                .bind("id", id)
                .bind("me", currentUser.id())
                .bind("admin", isAdministrator())
                .execute());
    }

    private static SavedList own(UUID id, boolean shared, String name, String query) {
        return new SavedList(id, true, shared, name, query, true);
    }

    private boolean isAdministrator() {
        return currentUser.has(Role.ADMIN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
