package dev.porteclef.live;

import java.time.Clock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/// How news reaches this node: over PostgreSQL from all, over H2 from itself.
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Bulletin bulletin(TaskScheduler scheduler, Clock clock) {
        return new Bulletin(scheduler, clock);
    }

    @Bean
    SmartLifecycle newsOfNodes(Bulletin bulletin, Jdbi jdbi, JdbcConnectionDetails database) {
        return database.getJdbcUrl().startsWith("jdbc:postgresql:")
                ? new PostgresEar(database.getJdbcUrl(), database.getUsername(), database.getPassword(), bulletin)
                : new InProcess(Neighbours.of(jdbi), bulletin::changed);
    }

    /// The only process there is tells itself.
    private static final class InProcess implements SmartLifecycle {

        private final Neighbours neighbours;
        private final Consumer<Topic> ear;
        private volatile boolean running;

        private InProcess(Neighbours neighbours, Consumer<Topic> ear) {
            this.neighbours = neighbours;
            this.ear = ear;
        }

        @Override
        public void start() {
            neighbours.add(ear);
            running = true;
        }

        @Override
        public void stop() {
            neighbours.remove(ear);
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
