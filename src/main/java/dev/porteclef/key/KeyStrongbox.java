package dev.porteclef.key;

import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.vault.SecretPlace;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.util.HashMap;

/// Puts a key's credentials into the vault and takes them out again, each field bound to owner, row, exchange, field
/// and version.
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

    /// The API key's last four characters, or fewer where it is shorter than eight; empty unless the exchange has just
    /// accepted the pair, since what was pasted as the key may be a secret.
    static String tail(CredentialField keyField, Credentials credentials, Verification verification) {
        return switch (verification.verdict()) {
            case Verdict.Accepted _, Verdict.MissingPermission _ -> {
                var text = credentials.get(keyField.name()).reveal(SecretAccess.granted());
                yield text.substring(text.length() - Math.min(TAIL, text.length() / 2));
            }
            case Verdict.CredentialsRejected _, Verdict.IpNotAllowed _, Verdict.NonceConflict _ -> "";
            case null -> "";
        };
    }

    /// Whether `text` contains the value of any field, white space left out of account on both sides.
    static boolean holdsAny(String text, Credentials credentials) {
        var bare = bare(text);
        return credentials.fields().values().stream()
                .anyMatch(secret -> bare.contains(bare(secret.reveal(SecretAccess.granted()))));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }

    /// Seals all fields for `key` in place of any sealed before. Joins the caller's transaction.
    void store(ExchangeKey key, Credentials credentials) {
        keys.destroySecrets(key.id());
        credentials
                .fields()
                .forEach((field, secret) -> keys.putSecret(key.id(), field, vault.seal(place(key, field), secret)));
    }

    /// Opens all fields of `key`, whose row is locked; the caller closes what it gets.
    Opened take(ExchangeKey key) {
        var opened = new HashMap<String, Secret>();
        try {
            keys.secrets(key.id())
                    .forEach((field, ciphertext) -> opened.put(field, vault.open(place(key, field), ciphertext)));
            return new Opened(key, new Credentials(opened), keys.fingerprint(key.id()));
        } catch (RuntimeException e) {
            opened.values().forEach(Secret::close);
            throw e;
        }
    }

    /// A key with its credentials in memory.
    record Opened(ExchangeKey key, Credentials credentials, byte[] fingerprint) implements AutoCloseable {

        @Override
        public void close() {
            credentials.close();
        }
    }

    private static SecretPlace place(ExchangeKey key, String field) {
        return new SecretPlace(
                key.owner(), TABLE, key.id().value(), key.exchange().value(), field, key.secretVersion());
    }
}
