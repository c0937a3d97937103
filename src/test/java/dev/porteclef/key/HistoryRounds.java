package dev.porteclef.key;

import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/// Rounds in which histories get thinner, for whoever measures them.
public final class HistoryRounds {

    private HistoryRounds() {}

    /// One round of ten thousand keys; the next call goes on behind them.
    public static Runnable on(Jdbi jdbi, Clock clock, PlatformTransactionManager transactions) {
        return new HistoryThinning(jdbi, clock, transactions, new SimpleAsyncTaskExecutor(), new Stopping())::thin;
    }
}
