package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What was really the matter in the calls of the last minute, per owner and per key that was sent: the server notes
/// it, the rehearsal compares it with what the portal concluded.
///
/// In memory: it is of use between a call and the verdict a moment later, in the process that made both. Holds at most
/// [#MOST] keys an owner; forgets after [#KEPT].
@Component
@Profile("!prod")
final class PracticeTruth {

    /// Longer than any verification takes.
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 20;

    private final Clock clock;
    private final Map<UserId, List<Case>> cases = new HashMap<>();

    PracticeTruth(Clock clock) {
        this.clock = clock;
    }

    /// A verification has begun with this key: what was noted of an earlier one no longer counts.
    synchronized void begun(UserId owner, byte[] fingerprint, Set<Mistake> mistakes) {
        note(owner, HexFormat.of().formatHex(fingerprint), mistakes, Set.of());
    }

    /// A verification of this key has gone on.
    synchronized void continued(UserId owner, byte[] fingerprint, Set<Mistake> mistakes) {
        var sent = HexFormat.of().formatHex(fingerprint);
        var before = of(owner).stream()
                .filter(one -> one.sent().equals(sent))
                .findFirst()
                .map(Case::mistakes)
                .orElse(Set.of());
        note(owner, sent, mistakes, before);
    }

    /// The mistakes of the owner's latest verification in which any was made that `fits`; they are handed out once.
    synchronized Set<Mistake> take(UserId owner, Predicate<Mistake> fits) {
        var own = of(owner);
        for (var one : own.reversed()) {
            var fitting = EnumSet.noneOf(Mistake.class);
            one.mistakes().stream().filter(fits).forEach(fitting::add);
            if (!fitting.isEmpty()) {
                own.remove(one);
                return fitting;
            }
        }
        return Set.of();
    }

    private void note(UserId owner, String sent, Set<Mistake> mistakes, Set<Mistake> before) {
        var all = EnumSet.noneOf(Mistake.class);
        all.addAll(before);
        all.addAll(mistakes);
        var own = of(owner);
        own.removeIf(one -> one.sent().equals(sent));
        own.add(new Case(sent, all, clock.instant()));
        if (own.size() > MOST) {
            own.removeFirst();
        }
    }

    /// The cases of this owner, the latest last; what is too old is dropped, everybody's.
    private List<Case> of(UserId owner) {
        var oldest = clock.instant().minus(KEPT);
        cases.values().forEach(own -> own.removeIf(one -> one.at().isBefore(oldest)));
        cases.values().removeIf(List::isEmpty);
        return cases.computeIfAbsent(owner, nobody -> new ArrayList<>());
    }

    /// @param sent the fingerprint of what stood in the place of the key
    private record Case(String sent, Set<Mistake> mistakes, Instant at) {}
}
