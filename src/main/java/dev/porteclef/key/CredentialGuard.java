package dev.porteclef.key;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.vault.CryptoFailure;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.CredentialFormat;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Recognises credentials in texts that are kept or sent in clear, such as a question to support.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
public class CredentialGuard {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialGuard.class);

    private final JdbiExchangeKeys keys;
    private final KeyStrongbox strongbox;
    private final ExchangeCatalogue catalogue;
    private final CurrentUser currentUser;

    CredentialGuard(Jdbi jdbi, Vault vault, ExchangeCatalogue catalogue, CurrentUser currentUser) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.catalogue = catalogue;
        this.currentUser = currentUser;
    }

    /// What `text` gives away. The customer's own sealed credentials are compared in memory and closed again; spaces
    /// and line breaks within one do not hide it.
    @Transactional(readOnly = true)
    public Finding examine(String text) {
        if (keys.of(currentUser.id()).stream().anyMatch(key -> key.sealed() && holdsAny(text, key))) {
            return Finding.OWN_CREDENTIAL;
        }
        return looksLikeCredential(text) ? Finding.LOOKS_LIKE_CREDENTIAL : Finding.NOTHING;
    }

    /// What does not open any more cannot be compared; that must not keep its owner from asking support about it.
    private boolean holdsAny(String text, ExchangeKey key) {
        try (var opened = strongbox.take(key)) {
            return KeyStrongbox.holdsAny(text, opened.credentials());
        } catch (CryptoFailure e) {
            LOG.warn(
                    "Key {} cannot be compared with a text: {}",
                    key.id(),
                    e.getClass().getName());
            return false;
        }
    }

    /// Whether `text` holds something of a credential's shape; asks nobody and opens nothing, and so may be asked for
    /// readers who are not signed in.
    @PreAuthorize("permitAll()")
    public boolean looksLikeCredential(String text) {
        return catalogue.all().stream().anyMatch(exchange -> CredentialFormat.looksLikeCredential(exchange, text));
    }

    /// What a text gives away.
    public enum Finding {
        NOTHING,
        /// A word of the length and characters of some exchange's key or secret.
        LOOKS_LIKE_CREDENTIAL,
        /// A field of one of the customer's own keys, to the letter.
        OWN_CREDENTIAL
    }
}
