package dev.porteclef.key;

import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.vault.SecretPlace;
import dev.porteclef.vault.Vault;
import java.util.HashMap;

/// Puts a key's credentials into the vault and takes them out again, each field bound to owner, row, exchange, field
/// and
/// version.
final class KeyStrongbox {

    private static final String TABLE = "exchange_key";
    private static final int TAIL = 4;

    private final Vault vault;
    private final JdbiExchangeKeys keys;

    KeyStrongbox(Vault vault, JdbiExchangeKeys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    /// The keyed hash by which this API key is recognised, wherever it is pasted.
    byte[] fingerprint(Exchange exchange, Environment environment, Secret apiKey) {
        return vault.fingerprint("api-key/" + exchange.id() + "/" + environment, apiKey);
    }

    /// The API key's last four characters, or fewer where it is shorter than eight.
    static String tail(CredentialField keyField, Credentials credentials) {
        var text = credentials.get(keyField.name()).reveal(SecretAccess.granted());
        return text.substring(text.length() - Math.min(TAIL, text.length() / 2));
    }

    /// Seals all fields for `key` in place of any sealed before. Joins the caller's transaction.
    void store(ExchangeKey key, Credentials credentials) {
        keys.destroySecrets(key.id());
        credentials
                .fields()
                .forEach((field, secret) -> keys.putSecret(key.id(), field, vault.seal(place(key, field), secret)));
    }

    /// Opens all fields; the caller closes them.
    Credentials open(ExchangeKey key) {
        var opened = new HashMap<String, Secret>();
        keys.secrets(key.id())
                .forEach((field, ciphertext) -> opened.put(field, vault.open(place(key, field), ciphertext)));
        return new Credentials(opened);
    }

    private static SecretPlace place(ExchangeKey key, String field) {
        return new SecretPlace(
                key.owner(), TABLE, key.id().value(), key.exchange().value(), field, key.secretVersion());
    }
}
