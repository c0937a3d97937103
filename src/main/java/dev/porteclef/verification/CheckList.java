package dev.porteclef.verification;

import dev.porteclef.exchange.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The check list of one verification while it fills; every change is reported at once.
final class CheckList {

    private final Map<CheckKind, Check> checks = new EnumMap<>(CheckKind.class);
    private final Consumer<Check> progress;
    private @Nullable Evidence raced;
    private boolean queued;

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
        end(new Check(kind, state, note, evidence));
    }

    /// Others wait before us: shows the place.
    void queued(int place) {
        queued = true;
        running().ifPresent(check -> progress.accept(check.queued(place)));
    }

    /// It is our turn now: the place is shown no more.
    void admitted() {
        if (queued) {
            queued = false;
            running().ifPresent(progress);
        }
    }

    private Optional<Check> running() {
        return checks.values().stream()
                .filter(one -> one.state() == CheckState.RUNNING)
                .findFirst();
    }

    void end(Check check) {
        checks.put(check.kind(), check);
        progress.accept(check);
    }

    /// A call came too late behind another program's, and the next did not. Whatever becomes of the signature, this is
    /// worth knowing: it is kept until the list is closed.
    void raced(Evidence refused) {
        raced = refused;
    }

    /// Ends the verification: whatever was not reached is skipped.
    List<Check> close() {
        var signature = checks.get(CheckKind.SIGNATURE);
        if (raced != null && signature != null && signature.state() == CheckState.PASSED) {
            end(CheckKind.SIGNATURE, CheckState.WARNED, Check.Note.NONCE_RACE, raced);
        }
        for (var check : List.copyOf(checks.values())) {
            if (check.state() == CheckState.WAITING || check.state() == CheckState.RUNNING) {
                end(check.kind(), CheckState.SKIPPED, null, null);
            }
        }
        return new ArrayList<>(checks.values());
    }
}
