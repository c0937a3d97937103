package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer's key in a list of all: how it stands, and nothing secret, not even how the key ends.
///
/// @param customer the owner's e-mail; empty where the account is gone
/// @param language in which the owner is written to
/// @param pauseReason given exactly while it is paused
/// @param headline `null` in the moments after an upgrade, until it is filled in
/// @param cause what most likely stands behind the headline; `null` where that says it all
/// @param code of the exchange's answer behind the last verdict, `null`: none
/// @param since since when it stands as it does
/// @param checkedAt the latest check
/// @param connectedAt when its secret was entered
public record KeyLine(
        KeyId id,
        UserId owner,
        String customer,
        Language language,
        ExchangeId exchange,
        Environment environment,
        String label,
        Strategy strategy,
        Life life,
        @Nullable PauseReason pauseReason,
        @Nullable Headline headline,
        @Nullable LikelyCause cause,
        @Nullable String code,
        Harmlessness harmlessness,
        Instant since,
        Instant checkedAt,
        Instant connectedAt) {

    /// Whether it is in use, or was until it was put aside: as the customer's pages have it.
    public boolean isInUse() {
        return life == Life.ACTIVE || (pauseReason != null && pauseReason.isAside());
    }

    /// When it is, as far as `order` is concerned.
    public Instant at(KeyOrder order) {
        return switch (order) {
            case SINCE -> since;
            case CHECKED -> checkedAt;
            case CONNECTED -> connectedAt;
        };
    }
}
