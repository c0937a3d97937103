package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Verification;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happens to keys, as it goes into the record: the same facts for every act.
final class KeyJournal {

    private final AuditLog audit;

    KeyJournal(AuditLog audit) {
        this.audit = audit;
    }

    /// An act of the key's owner.
    void record(Act act, ExchangeKey key, Map<String, String> facts) {
        record(act, key.owner(), key, facts);
    }

    /// An act of the portal itself.
    void recordOwn(Act act, ExchangeKey key, Map<String, String> facts) {
        record(act, null, key, facts);
    }

    private void record(Act act, @Nullable UserId actor, ExchangeKey key, Map<String, String> facts) {
        var details = new TreeMap<>(facts);
        details.put("label", key.label());
        details.put("exchange", key.exchange().value());
        details.put("environment", key.environment().name());
        audit.record(act, actor, key.owner(), key.id().value(), details);
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
