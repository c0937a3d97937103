package dev.porteclef.operation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Asks something that may not answer for long, such as a database that is gone, and waits for it a short time only.
final class Within {

    private Within() {}

    /// What `question` answers. Where it takes longer than `patience` it goes on unheard.
    ///
    /// @throws IllegalStateException where it takes too long or fails; the message names the kind of failure only
    static <T> T of(Duration patience, Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(
                            question, task -> Thread.ofVirtual().start(task))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new IllegalStateException(
                    cause == null ? "failed" : cause.getClass().getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
