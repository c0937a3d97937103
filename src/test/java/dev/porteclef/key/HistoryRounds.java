package dev.porteclef.key;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.transaction.PlatformTransactionManager;

/// Rounds in which histories get thinner, for whoever measures them.
public final class HistoryRounds {

    private HistoryRounds() {}

    /// One round of ten thousand keys; the next call goes on behind them.
    public static Runnable on(Jdbi jdbi, Clock clock, PlatformTransactionManager transactions) {
        return new HistoryThinning(jdbi, clock, transactions)::thin;
    }
}
