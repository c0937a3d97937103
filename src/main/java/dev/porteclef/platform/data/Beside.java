package dev.porteclef.platform.data;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes something beside the change at hand: in its transaction, so that it is never kept without the change; but
/// where it cannot be written, it is left out and the change is kept.
///
/// For listeners of events. One that waited for the commit and wrote then would need a second connection while its
/// thread still holds the first: as many threads as the pool has connections would wait for each other.
@Component
public class Beside {

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);

    private final TransactionTemplate savepoint;

    Beside(PlatformTransactionManager transactions) {
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// Returns normally whether it could be written or not; what failed is in the log by its class, since messages name
    /// people.
    public void write(Runnable change) {
        try {
            savepoint.executeWithoutResult(_ -> change.run());
        } catch (RuntimeException e) {
            LOG.warn("Something beside a change was left out: {}", e.getClass().getName());
        }
    }
}
