package dev.porteclef.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;

/// Who listens within this process, known to every handle of one [Jdbi]. Public because Jdbi makes it by reflection.
public final class Neighbours implements JdbiConfig<Neighbours> {

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

    void tell(Topic topic) {
        listeners.forEach(listener -> listener.accept(topic));
    }

    /// Jdbi copies its configuration for each handle and statement; this one is shared.
    @Override
    public Neighbours createCopy() {
        return this;
    }
}
