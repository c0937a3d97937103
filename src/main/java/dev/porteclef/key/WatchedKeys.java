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

    /// Checks the key once.
    ///
    /// @return the key after that; nothing where there is nothing left to check, or nothing was learnt because the
    ///     key changed meanwhile
    public Optional<ExchangeKey> check(Watched key, Occasion occasion) {
        return checkup.check(key.owner(), key.id(), occasion, _ -> {}) instanceof CheckOutcome.Checked(var checked)
                ? Optional.of(checked)
                : Optional.empty();
    }
}
