package dev.porteclef.launch;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Tells a refusal on standard error as the sentence it is, in place of the framework's report with a stack trace.
/// Found through `META-INF/spring.factories`.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainRefusals implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var refusal = Failures.refusal(failure);
        System.err.println(
                refusal.isPresent()
                        ? refusal.get().getMessage()
                        : "Porteclef did not start, for a reason it has no sentence for; the report follows.");
        System.err.flush();
        return refusal.isPresent();
    }
}
