package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a bot will do, as far as permissions are concerned. An add-on (`addOn`) is chosen on top of a profile and
/// overrides the boxes it names; boxes named by nobody are not needed.
///
/// @param rules by [PermissionBox#id()]
/// @param caveat what is unproven about this profile, with its date; shown beside it
public record StrategyProfile(
        String id,
        boolean addOn,
        LocalizedText name,
        LocalizedText summary,
        Map<String, BoxRule> rules,
        @Nullable LocalizedText caveat) {

    public StrategyProfile {
        rules = Map.copyOf(rules);
    }
}
