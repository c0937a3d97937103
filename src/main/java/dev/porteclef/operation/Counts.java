package dev.porteclef.operation;

import dev.porteclef.key.KeyJudged;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.outbound.GateNews;
import dev.porteclef.outbound.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Counts what happens on this node. Labels are names of our own enums and of declared exchanges.
@Component
class Counts implements GateNews {

    private final MeterRegistry registry;

    Counts(MeterRegistry registry) {
        this.registry = registry;
    }

    /// One check has ended, and what it found is kept.
    @TransactionalEventListener(fallbackExecution = true)
    void judged(KeyJudged judged) {
        var noVerdict = judged.noVerdict();
        registry.counter(
                        "porteclef.checks",
                        "exchange",
                        judged.exchange().value(),
                        "environment",
                        lower(judged.environment()),
                        "headline",
                        lower(judged.headline()),
                        "no_verdict",
                        noVerdict == null ? "none" : lower(noVerdict))
                .increment();
    }

    @Override
    public void left(Priority priority, boolean passed, Duration waited) {
        registry.timer("porteclef.gate.wait", "priority", lower(priority), "result", passed ? "passed" : "gave_up")
                .record(waited);
    }

    @Override
    public void paused(Lane lane) {
        registry.counter("porteclef.gate.pauses", "environment", lane.practice() ? "practice" : "live")
                .increment();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
