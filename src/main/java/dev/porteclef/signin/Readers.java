package dev.porteclef.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.communication.PushMode;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The sessions in which nobody is signed in: how many there may be, and when they end. Whoever only reads loses the
/// session soon and does not notice: the page stays as it is, and is loaded anew by the next click. Decision 0027.
@Component
class Readers {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private final Limits limits;
    private final Clock clock;
    private final Installation.Readers settings;
    private final Set<Reader> present = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    Readers(Limits limits, Clock clock, Installation installation) {
        this.limits = limits;
        this.clock = clock;
        this.settings = installation.readers();
    }

    /// Lets `begin` begin a session for somebody at `address`, if that is within the limits; otherwise says how long
    /// to wait and does nothing.
    Allowance admit(String address, Supplier<HttpSession> begin) {
        if (present.size() >= settings.alive() && !makeRoom()) {
            return new Allowance.Wait(settings.idle());
        }
        if (!count(address)) {
            return new Allowance.Wait(settings.idle());
        }
        var allowance = limits.check(Limit.NEW_READER, address);
        if (allowance instanceof Allowance.Wait) {
            discount(address);
            return allowance;
        }
        try {
            var session = begin.get();
            var reader = new Reader(this, address, session, clock.instant());
            session.setAttribute(Reader.ATTRIBUTE, reader);
            present.add(reader);
        } catch (RuntimeException e) {
            discount(address);
            throw e;
        }
        return allowance;
    }

    /// The reader of this session has just done something.
    void acts(Reader reader) {
        reader.acts(clock.instant());
    }

    /// How many there are now.
    int present() {
        return present.size();
    }

    /// Ends the sessions of those who only read and did nothing for a while.
    @Scheduled(fixedDelay = 2_000)
    void sendHome() {
        var now = clock.instant();
        present.stream().filter(reader -> reader.isIdle(now, settings.idle())).forEach(Readers::end);
    }

    /// The session has ended, or is no longer that of a reader.
    void left(Reader reader) {
        if (present.remove(reader)) {
            discount(reader.address());
        }
    }

    /// Ends the session of whoever has read without doing anything for the longest time; where all others may be
    /// typing, of whoever has done nothing for the longest time at the address that has the most of them.
    private boolean makeRoom() {
        var longest = present.stream()
                .filter(Reader::onlyReads)
                .min(Comparator.comparing(Reader::acted))
                .or(this::longestAtTheFullest);
        longest.ifPresent(Readers::end);
        return longest.isPresent();
    }

    private Optional<Reader> longestAtTheFullest() {
        return byAddress.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(fullest -> fullest.getValue() > 1)
                .flatMap(fullest -> present.stream()
                        .filter(reader -> reader.address().equals(fullest.getKey()))
                        .min(Comparator.comparing(Reader::acted)));
    }

    private boolean count(String address) {
        var counted = new AtomicBoolean();
        byAddress.compute(address, (_, before) -> {
            var number = before == null ? 0 : before;
            counted.set(number < settings.alivePerAddress());
            return counted.get() ? Integer.valueOf(number + 1) : before;
        });
        return counted.get();
    }

    private void discount(String address) {
        byAddress.computeIfPresent(address, (_, before) -> before > 1 ? Integer.valueOf(before - 1) : null);
    }

    private static void end(Reader reader) {
        try {
            VaadinSession.getAllSessions(reader.session()).forEach(Readers::hangUp);
        } catch (RuntimeException e) {
            LOG.debug("A reader's connection could not be ended with a word", e);
        }
        try {
            reader.session().invalidate();
        } catch (IllegalStateException e) {
            // It has ended by itself meanwhile.
        } finally {
            reader.leaves();
        }
    }

    /// A connection that merely broke off would be made anew at once, and find out that the session is over. Where the
    /// page is at work, whoever works on it does this at the end: nobody who ends sessions waits for one.
    private static void hangUp(VaadinSession session) {
        var _ = session.access(() -> session.getUIs().stream()
                .filter(ui -> ui.getPushConfiguration().getPushMode().isEnabled())
                .forEach(Readers::hangUp));
    }

    private static void hangUp(UI ui) {
        var connection = ui.getInternals().getPushConnection();
        ui.getPushConfiguration().setPushMode(PushMode.DISABLED);
        // The page itself refuses to, now that it is told not to.
        if (connection != null && connection.isConnected()) {
            connection.push();
            connection.disconnect();
        }
    }
}
