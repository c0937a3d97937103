package dev.porteclef.key;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.CredentialFormat;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Recognises credentials in texts that are kept or sent in clear, such as a question to support.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
public class CredentialGuard {

    /// Whatever is no character of a key or a secret, so that `secret=abc…,` does not hide one.
    private static final String BETWEEN_WORDS = "[^A-Za-z0-9_+/=-]+";

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
        for (var key : keys.of(currentUser.id())) {
            if (key.sealed()) {
                try (var opened = strongbox.take(key)) {
                    if (KeyStrongbox.holdsAny(text, opened.credentials())) {
                        return Finding.OWN_CREDENTIAL;
                    }
                }
            }
        }
        return looksLikeCredential(text) ? Finding.LOOKS_LIKE_CREDENTIAL : Finding.NOTHING;
    }

    /// Whether `text` holds something of a credential's shape; asks nobody and opens nothing.
    public boolean looksLikeCredential(String text) {
        var words = text.replaceAll(BETWEEN_WORDS, " ");
        return catalogue.all().stream().anyMatch(exchange -> CredentialFormat.looksLikeCredential(exchange, words));
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
