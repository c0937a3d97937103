package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.verification.Verification;
import java.util.Map;
import java.util.TreeMap;

/// What happens to keys, as it goes into the record: the same facts for every act.
final class KeyJournal {

    private final AuditLog audit;
    private final CurrentUser currentUser;

    KeyJournal(AuditLog audit, CurrentUser currentUser) {
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /// An act of whoever is signed in; of the portal itself where nobody is.
    void record(Act act, ExchangeKey key, Map<String, String> facts) {
        var actor = currentUser.find().map(SignedInUser::id).orElse(null);
        var details = new TreeMap<>(facts);
        details.put("label", key.label());
        details.put("exchange", key.exchange().value());
        details.put("environment", key.environment().name());
        audit.record(act, actor, key.owner(), key.id().value(), details);
    }

    /// What became another between the two, where the record does not say it anyway.
    static Map<String, String> changes(ExchangeKey before, ExchangeKey after) {
        return before.strategy().equals(after.strategy())
                ? Map.of()
                : Map.of(
                        "from", before.strategy().toString(),
                        "to", after.strategy().toString());
    }

    static Map<String, String> facts(Verification verification) {
        var facts = new TreeMap<String, String>();
        facts.put("harmlessness", verification.harmlessness().name());
        var verdict = verification.verdict();
        facts.put("verdict", verdict == null ? "NONE" : verdict.kind().name());
        var code = verdict == null ? null : verdict.errorCode();
        if (code != null) {
            facts.put("code", code);
        }
        if (verification.noVerdict() != null) {
            facts.put("reason", verification.noVerdict().name());
        }
        return facts;
    }
}
