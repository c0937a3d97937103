package dev.porteclef.verification;

import dev.porteclef.exchange.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The check list of one verification while it fills; every change is reported at once.
final class CheckList {

    private final Map<CheckKind, Check> checks = new EnumMap<>(CheckKind.class);
    private final Consumer<Check> progress;

    CheckList(Consumer<Check> progress) {
        this.progress = progress;
        for (var kind : CheckKind.values()) {
            checks.put(kind, Check.waiting(kind));
        }
    }

    void running(CheckKind kind) {
        end(kind, CheckState.RUNNING, null, null);
    }

    void passed(CheckKind kind, @Nullable Evidence evidence) {
        end(kind, CheckState.PASSED, null, evidence);
    }

    void end(CheckKind kind, CheckState state, Check.@Nullable Note note, @Nullable Evidence evidence) {
        var check = new Check(kind, state, note, evidence);
        checks.put(kind, check);
        progress.accept(check);
    }

    /// Ends the verification: whatever was not reached is skipped.
    List<Check> close() {
        for (var check : List.copyOf(checks.values())) {
            if (check.state() == CheckState.WAITING || check.state() == CheckState.RUNNING) {
                end(check.kind(), CheckState.SKIPPED, null, null);
            }
        }
        return new ArrayList<>(checks.values());
    }
}
