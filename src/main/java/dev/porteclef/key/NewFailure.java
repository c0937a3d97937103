package dev.porteclef.key;

import org.jspecify.annotations.Nullable;

/// That a key which was not red has turned red: the exchange says no to it now, or it can withdraw. An outage is no
/// failure of a key, and neither is a doubt.
///
/// @param cause what most likely stands behind it, `null` where the headline says it all
public record NewFailure(Headline headline, @Nullable LikelyCause cause) {

    /// What a check did to a key, `null` where it did not fall.
    ///
    /// @param before what the key amounted to, `null` for one that is new
    /// @param after as the check has left it
    public static @Nullable NewFailure of(@Nullable Headline before, ExchangeKey after) {
        var fell =
                after.headline().tone() == Headline.Tone.RED && (before == null || before.tone() != Headline.Tone.RED);
        return fell ? new NewFailure(after.headline(), LikelyCause.of(after).orElse(null)) : null;
    }
}
