package dev.porteclef.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who listens within this process, known to every handle of one [Jdbi]. Public because Jdbi makes it by reflection.
public final class Neighbours implements JdbiConfig<Neighbours> {

    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    private final List<Consumer<Topic>> listeners = new CopyOnWriteArrayList<>();

    /// For Jdbi.
    public Neighbours() {}

    /// The one of `jdbi`, which its handles share from now on.
    static Neighbours of(Jdbi jdbi) {
        return jdbi.getConfig(Neighbours.class);
    }

    void add(Consumer<Topic> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Topic> listener) {
        listeners.remove(listener);
    }

    /// Never fails: what is told of has been committed, and whoever did it has done it.
    void tell(Topic topic) {
        for (var listener : listeners) {
            try {
                listener.accept(topic);
            } catch (RuntimeException e) {
                LOG.warn("News was not passed on: {}", e.getClass().getName());
            }
        }
    }

    /// Jdbi copies its configuration for each handle and statement; this one is shared.
    @Override
    public Neighbours createCopy() {
        return this;
    }
}
