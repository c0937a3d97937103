package dev.porteclef.operation;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.GrantedPermissions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// An adapter whose calls are timed by exchange, question and outcome; it answers as the one it stands before.
final class MeasuredAdapter implements ExchangeAdapter {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final ExchangeAdapter adapter;
    private final Supplier<MeterRegistry> registry;

    MeasuredAdapter(ExchangeAdapter adapter, Supplier<MeterRegistry> registry) {
        this.adapter = adapter;
        this.registry = registry;
    }

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public Answer<GrantedPermissions> permissions(Inquiry inquiry) {
        return timed("permissions", inquiry, adapter::permissions);
    }

    @Override
    public Answer<Balance> balance(Inquiry inquiry) {
        return timed("balance", inquiry, adapter::balance);
    }

    private <T> Answer<T> timed(String question, Inquiry inquiry, Function<Inquiry, Answer<T>> call) {
        var began = System.nanoTime();
        var answer = call.apply(inquiry);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var outcome = switch (answer) {
            case Answer.Told<T> _ -> "told";
            case Answer.Declined<T> declined -> Counts.lower(declined.outcome());
            case Answer.Unaskable<T> _ -> "unaskable";
        };
        Timer.builder("porteclef.exchange.calls")
                .description("Calls of exchanges, from the first byte sent to the answer understood")
                .tags("exchange", inquiry.exchange().id().value(), "question", question, "outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(registry.get())
                .record(took);
        return answer;
    }
}
