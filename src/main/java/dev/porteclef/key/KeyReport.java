package dev.porteclef.key;

import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The evidence of one verification as it is kept: the checks with what was asked and answered, the rights the exchange
/// reported, the comparison, the number of wallets. Nothing in it is secret.
public record KeyReport(
        List<Check> checks,
        @Nullable GrantedPermissions granted,
        @Nullable Comparison comparison,
        @Nullable Balance balance) {

    static KeyReport of(Verification verification) {
        return new KeyReport(
                verification.checks(), verification.granted(), verification.comparison(), verification.balance());
    }

    static KeyReport read(String json) {
        return JsonMapper.shared().readValue(json, KeyReport.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
