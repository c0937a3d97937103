package dev.porteclef.watch;

import dev.porteclef.key.KeyId;
import java.util.List;
import org.springframework.stereotype.Service;

/// Has keys checked before their time, by whichever node is free and at the pace that the exchanges allow.
@Service
public class EarlyChecks {

    private final KeyWatch watch;

    EarlyChecks(KeyWatch watch) {
        this.watch = watch;
    }

    /// As soon as their turn comes. What there is nothing to ask about is passed over, and what is being checked just
    /// now
    /// is left alone.
    public void checkSoon(List<KeyId> keys) {
        watch.checkNow(keys);
    }
}
