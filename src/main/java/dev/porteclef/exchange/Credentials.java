package dev.porteclef.exchange;

import dev.porteclef.platform.secret.Secret;
import java.util.Map;

/// The values of an exchange's credential fields while they are in memory, by [CredentialField#name()].
/// Whoever creates them closes them, which wipes every field.
public record Credentials(Map<String, Secret> fields) implements AutoCloseable {

    public Credentials {
        fields = Map.copyOf(fields);
    }

    /// The value of a field that the exchange's content declares.
    public Secret get(String name) {
        var secret = fields.get(name);
        if (secret == null) {
            throw new IllegalStateException("no credential field " + name);
        }
        return secret;
    }

    @Override
    public void close() {
        fields.values().forEach(Secret::close);
    }
}
