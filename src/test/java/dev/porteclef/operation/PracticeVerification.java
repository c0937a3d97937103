package dev.porteclef.operation;

import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// A new customer of a running portal who connects a key of the practice exchange: real services, real HTTP.
final class PracticeVerification {

    private PracticeVerification() {}

    /// What must be told to nobody: secret and key first, then its id, its owner, their e-mail address, its label.
    static List<String> in(ApplicationContext portal) {
        var email = UUID.randomUUID() + "@customer.example";
        SignedInUser owner;
        try (var password = Secret.of("verrou-" + UUID.randomUUID())) {
            var draft = new SignUpDraft(email, password, Language.ENGLISH, new ClientAddress(email));
            owner = ((SignUpOutcome.SignedUp) portal.getBean(Accounts.class).signUp(draft)).user();
        }
        try (var _ = SignedIn.as(owner)) {
            var practice = portal.getBean(PracticeKeys.class);
            var boxes = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
            var made = (PracticeKeyOutcome.Created)
                    practice.create(new PracticeKeyDraft("bot", boxes, null, true, practice.code()));
            try (var secret = made.secret()) {
                var text = secret.reveal(SecretAccess.granted());
                var pair = new Credentials(Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", Secret.of(text)));
                var outcome = portal.getBean(ExchangeKeys.class)
                        .connect(
                                new KeyDraft(
                                        new ExchangeId("bitfinex"),
                                        Environment.PRACTICE,
                                        "Canary label",
                                        Strategy.of("spot"),
                                        "ours"),
                                pair,
                                null,
                                _ -> {});
                var key = ((ConnectOutcome.Connected) outcome).key();
                return List.of(
                        text, made.apiKey(), key.id().toString(), owner.id().toString(), email, "Canary label");
            }
        }
    }
}
