package dev.porteclef.operation;

import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.watch.WatchFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/// What can be read at any time. No label holds anything but the names written here: no key, no customer, no text from
/// outside.
@Component
class Gauges implements MeterBinder {

    private final Figures figures;
    private final WatchFigures watch;

    Gauges(Figures figures, WatchFigures watch) {
        this.figures = figures;
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var priority : Priority.values()) {
            Gauge.builder("porteclef.queue.waiting", figures, all -> waiting(all.now(), priority))
                    .description("Checks that wait for a place at the gate, on all nodes")
                    .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        gauge(
                registry,
                "porteclef.queue.longest.wait.seconds",
                "The longest wait at the gate",
                Figures.Now::longestWaitSeconds);
        gauge(registry, "porteclef.watch.due", "Checks that should have begun", Figures.Now::due);
        gauge(registry, "porteclef.watch.overdue", "Checks that should have begun an hour ago", Figures.Now::overdue);
        gauge(registry, "porteclef.watch.incidents", "Incidents that are open", Figures.Now::incidents);
        gauge(registry, "porteclef.mail.waiting", "Mails that are not sent yet", Figures.Now::mail);
        Gauge.builder("porteclef.watch.breakers.open", watch, Gauges::open)
                .description("Exchanges that the watch of this node does not call just now")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Figures.Now> value) {
        Gauge.builder(name, figures, all -> value.applyAsDouble(all.now()))
                .description(what)
                .register(registry);
    }

    private static double waiting(Figures.Now now, Priority priority) {
        return switch (priority) {
            case PERSON -> now.peopleWaiting();
            case WATCH -> now.watchWaiting();
        };
    }

    private static double open(WatchFigures watch) {
        return watch.breakers().values().stream().filter("OPEN"::equals).count();
    }
}
