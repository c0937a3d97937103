package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Service;

/// Every customer's keys as the portal itself looks after them. It serves no person: nothing here may be called on
/// behalf of one, and nothing but states comes out.
@Service
public class WatchedKeys {

    private final JdbiWatchedKeys watched;
    private final KeyCheckup checkup;

    WatchedKeys(Jdbi jdbi, KeyCheckup checkup) {
        this.watched = new JdbiWatchedKeys(jdbi);
        this.checkup = checkup;
    }

    /// A key that is looked after.
    ///
    /// @param awaitsRevocation whether it is out of use, and only asked about until the exchange refuses it
    public record Watched(
            UserId owner, KeyId id, ExchangeId exchange, Environment environment, boolean awaitsRevocation) {}

    /// The key, as long as there is something to look after: in use, or out of use and not refused yet.
    public Optional<Watched> find(KeyId id) {
        return watched.find(id);
    }

    /// Up to `limit` keys in use whose last check was before `before`, the longest ago first.
    public List<KeyId> longestUnchecked(ExchangeId exchange, Environment environment, Instant before, int limit) {
        return watched.longestUnchecked(exchange, environment, before, limit);
    }

    /// Up to `limit` keys for which the scheduler holds no task of this name.
    public List<KeyId> unplanned(String task, int limit) {
        return watched.unplanned(task, limit);
    }

    /// Up to `limit` keys that have turned red through a refusal since `since`, whose owners may not know it yet.
    public List<KeyId> refusedSince(ExchangeId exchange, Environment environment, Instant since, int limit) {
        return watched.refusedSince(exchange, environment, since, limit);
    }

    /// Checks the key once: [CheckOutcome.Checked], or [CheckOutcome.NotCheckable] where there is nothing left to
    /// check or the key changed meanwhile, or [CheckOutcome.NothingLearnt] where no turn came.
    public CheckOutcome check(Watched key) {
        return checkup.check(key.owner(), key.id(), Occasion.WATCHED, _ -> {});
    }
}
