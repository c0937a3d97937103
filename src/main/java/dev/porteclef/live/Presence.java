package dev.porteclef.live;

import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// Who of the staff has the same thing open, on every node. Nothing depends on it but what they tell each other: a page
/// whose node has died is forgotten after [#FORGOTTEN].
@Service
public class Presence {

    /// How long a page is believed to be there after it was seen last.
    static final Duration FORGOTTEN = Duration.ofSeconds(100);

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final JdbiPresence store;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Set<Stay> here = ConcurrentHashMap.newKeySet();

    public Presence(Jdbi jdbi, CurrentUser currentUser, Clock clock) {
        this.store = new JdbiPresence(jdbi);
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Somebody who has the same open, or the same person in another window.
    ///
    /// @param isSelf whether it is the same person
    public record Other(UserId person, Instant since, boolean isSelf) {}

    /// The signed-in editor has opened an article in a page; all who follow [Topic#editing] of it hear of it.
    @PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
    public Stay enterArticle(String family) {
        return enter(Topic.editing(family));
    }

    /// The signed-in agent has opened a key in a page; all who follow [Topic#deskOf] of it hear of it.
    @Deed(StaffDeed.OPEN_KEY)
    @PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
    public Stay enterKey(UUID key) {
        return enter(Topic.deskOf(key));
    }

    private Stay enter(Topic topic) {
        var stay = new Stay(UUID.randomUUID(), topic, currentUser.id(), now());
        insert(stay);
        here.add(stay);
        return stay;
    }

    /// Who is there beside `stay`, the first to come first. Whoever has a stay was let in.
    public List<Other> beside(Stay stay) {
        return store.others(stay.topic, stay.page, stay.person, clock.instant().minus(FORGOTTEN));
    }

    /// Says of every page of this node that it is there still, and forgets those of nodes that are gone.
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void renew() {
        for (var stay : here) {
            if (!store.renew(stay.page, now()) && here.contains(stay)) {
                // Forgotten while the database was away, perhaps.
                insert(stay);
            }
        }
        store.forget(clock.instant().minus(FORGOTTEN));
    }

    @PreDestroy
    void leave() {
        here.forEach(Stay::end);
    }

    private void insert(Stay stay) {
        store.insert(stay.page, stay.topic, stay.person, stay.since, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The time that one page shows something.
    public final class Stay {

        private final UUID page;
        private final Topic topic;
        private final UserId person;
        private final Instant since;

        private Stay(UUID page, Topic topic, UserId person, Instant since) {
            this.page = page;
            this.topic = topic;
            this.person = person;
            this.since = since;
        }

        /// The page is gone, perhaps with its session: nobody needs to be signed in for that. A second time does
        /// nothing.
        public void end() {
            if (here.remove(this)) {
                try {
                    store.delete(page, topic);
                } catch (RuntimeException e) {
                    // It is forgotten all the same, only later.
                    LOG.debug("A page that was left is forgotten later", e);
                }
            }
        }
    }
}
