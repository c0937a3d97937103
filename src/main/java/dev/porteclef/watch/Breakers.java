package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Keeps the watch from calling an exchange that does not answer: once half of the last ten checks had no verdict, it
/// pauses for some seconds and then tries two. People are never kept from asking.
@Component
class Breakers {

    private final CircuitBreakerRegistry registry;

    Breakers(Clock clock) {
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(20))
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
    }

    CircuitBreaker of(ExchangeId exchange, Environment environment) {
        return registry.circuitBreaker(exchange + " " + environment);
    }
}
