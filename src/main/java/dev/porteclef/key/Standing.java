package dev.porteclef.key;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key's life with what belongs to it.
///
/// @param pauseReason given exactly while the life is [Life#PAUSED]
/// @param replaces the key whose place it is meant to take or has taken, `null`: none
/// @param destroyBy when its secret is destroyed at the latest, `null`: no such time
public record Standing(
        Life life,
        @Nullable PauseReason pauseReason,
        Instant since,
        @Nullable KeyId replaces,
        @Nullable Instant destroyBy) {

    /// How long the secret of a replaced or leaked key is kept at most, so that the exchange can be asked whether it is
    /// gone.
    public static final Duration KEPT_OUT_OF_USE = Duration.ofDays(14);

    public Standing {
        if ((life == Life.PAUSED) != (pauseReason != null)) {
            throw new IllegalStateException("a pause has a reason, and only a pause");
        }
    }

    static Standing of(Life life, Instant since, @Nullable KeyId replaces) {
        return new Standing(life, null, since, replaces, null);
    }

    Standing active(Instant now) {
        return of(Life.ACTIVE, now, replaces);
    }

    /// In use without having replaced anything: the key it was meant to replace is gone, or another was quicker.
    Standing activeAlone(Instant now) {
        return of(Life.ACTIVE, now, null);
    }

    Standing paused(PauseReason reason, Instant now) {
        var end = reason == PauseReason.LEAK ? now.plus(KEPT_OUT_OF_USE) : null;
        // A draft that is taken out of use will replace nothing any more.
        return new Standing(Life.PAUSED, reason, now, life == Life.DRAFT ? null : replaces, end);
    }

    /// Once another key has taken its place. One that is paused for what it can do, or for what others may do with it,
    /// stays so, with the end its secret has.
    Standing whenReplaced(Instant now) {
        return life == Life.ACTIVE || isAside()
                ? new Standing(Life.REPLACED, null, now, replaces, now.plus(KEPT_OUT_OF_USE))
                : this;
    }

    /// Once its secret is destroyed because its time was up.
    Standing withoutEnd() {
        return new Standing(life, pauseReason, since, replaces, null);
    }

    /// Whether it is paused though nothing is wrong with it.
    public boolean isAside() {
        return pauseReason != null && pauseReason.isAside();
    }

    Standing revoked(Instant now) {
        return of(Life.REVOKED, now, replaces);
    }

    /// Whether it was taken out of use because of what others may do with it: then a refusal is what is hoped for.
    public boolean awaitsRevocation() {
        return life == Life.REPLACED || pauseReason == PauseReason.LEAK;
    }
}
