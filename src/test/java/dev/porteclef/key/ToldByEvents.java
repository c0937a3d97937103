package dev.porteclef.key;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hears [KeyJudged] as another feature would; keeps what became true, and may object.
final class ToldByEvents implements ApplicationListener<PayloadApplicationEvent<KeyJudged>> {

    private final List<KeyJudged> committed = new CopyOnWriteArrayList<>();
    volatile boolean objects;

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<KeyJudged> event) {
        if (objects) {
            throw new IllegalStateException("a listener failed");
        }
        // Fails where no transaction is open.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.add(event.getPayload());
            }
        });
    }

    List<Headline> of(KeyId id) {
        return committed.stream()
                .filter(event -> event.key().equals(id))
                .map(KeyJudged::headline)
                .toList();
    }
}
