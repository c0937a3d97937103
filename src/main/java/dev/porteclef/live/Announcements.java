package dev.porteclef.live;

import dev.porteclef.platform.data.Databases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Announces that something has changed, once the transaction at hand has committed, and never if it does not. On
/// PostgreSQL all nodes hear of it, on H2 the one process there is.
public final class Announcements {

    static final String CHANNEL = "porteclef_live";

    private Announcements() {}

    /// @param handle with which the change was written; the announcement is part of its transaction
    public static void announce(Handle handle, Topic topic) {
        if (Databases.isPostgres(handle)) {
            handle.createQuery("""
                            select 1
                            from pg_notify(:channel, :topic)
                            """)
                    .bind("channel", CHANNEL)
                    .bind("topic", topic.name())
                    .mapTo(Integer.class)
                    .one();
        } else {
            var neighbours = handle.getConfig(Neighbours.class);
            afterCommit(handle, () -> neighbours.tell(topic));
        }
    }

    /// Writes by one statement and announces that, both or neither.
    ///
    /// @param change returns how many rows it has changed; none is no news
    public static int changing(Jdbi jdbi, Topic topic, HandleCallback<Integer, RuntimeException> change) {
        return jdbi.inTransaction(handle -> {
            var changed = change.withHandle(handle);
            if (changed > 0) {
                announce(handle, topic);
            }
            return changed;
        });
    }

    private static void afterCommit(Handle handle, Runnable news) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    news.run();
                }
            });
        } else if (handle.isInTransaction()) {
            handle.afterCommit(news);
        } else {
            news.run();
        }
    }
}
