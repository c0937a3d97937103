package dev.porteclef.practice;

import dev.porteclef.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the signed-in customer lets befall the own practice keys: one mishap at a time for each, and one for the whole
/// exchange, which then is in trouble for this customer's keys and for nobody else's. They last until they are ended.
@Service
@Profile("!prod")
@PreAuthorize("hasRole('CUSTOMER')")
@Transactional
public class Mishaps {

    private final JdbiMishaps store;
    private final CurrentUser currentUser;
    private final Clock clock;

    Mishaps(JdbiMishaps store, CurrentUser currentUser, Clock clock) {
        this.store = store;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// What is switched on.
    @Transactional(readOnly = true)
    public MishapsInForce own() {
        return store.of(currentUser.id());
    }

    /// Lets `mishap` befall a key, in place of any other.
    ///
    /// @return whether there is such a key; another's counts as none
    public boolean befall(PracticeKeyId key, Mishap mishap) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var seen = mishap == Mishap.NONCE_SPOILT ? ChronoUnit.MICROS.between(Instant.EPOCH, now) : 0;
        return store.begin(currentUser.id(), key, mishap, seen, now);
    }

    /// Lets `mishap` befall the whole exchange, in place of any other.
    ///
    /// @throws IllegalArgumentException for one that only a single key can meet: no browser offers it
    public void befallExchange(Mishap mishap) {
        if (!mishap.canBefallTheExchange()) {
            throw new IllegalArgumentException(mishap + " befalls single keys only");
        }
        store.beginExchange(currentUser.id(), mishap, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// Nothing befalls the key by itself any more.
    public void end(PracticeKeyId key) {
        store.end(currentUser.id(), key);
    }

    /// Nothing befalls the whole exchange any more.
    public void endExchange() {
        store.endExchange(currentUser.id());
    }

    /// Switches everything off.
    public void endAll() {
        store.endAll(currentUser.id());
    }
}
