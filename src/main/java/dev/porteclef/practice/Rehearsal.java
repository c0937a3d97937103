package dev.porteclef.practice;

import dev.porteclef.platform.security.CurrentUser;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far the signed-in customer has come with making each mistake once. Nobody sets a tick: [RehearsalTicks] does,
/// when the portal has judged what was really done.
@Service
@Profile("!prod")
@PreAuthorize("hasRole('CUSTOMER')")
@Transactional
public class Rehearsal {

    private final JdbiRehearsal store;
    private final CurrentUser currentUser;

    Rehearsal(JdbiRehearsal store, CurrentUser currentUser) {
        this.store = store;
        this.currentUser = currentUser;
    }

    /// The mistakes made so far, each with the time it was made first.
    @Transactional(readOnly = true)
    public Map<Mistake, Instant> made() {
        return store.of(currentUser.id());
    }

    /// Takes all ticks away. Keys and mishaps stay as they are.
    public void startOver() {
        store.forget(currentUser.id());
    }
}
