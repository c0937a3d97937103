package dev.porteclef.bench;

import dev.porteclef.Porteclef;
import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome.SignedUp;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.ConnectOutcome.Connected;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.SignedIn;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/// A customer with some connected practice keys, put into the folders of a portal that is not running yet.
///
/// @param typed the password
record KeysInStock(String email, String typed) {

    static final String LABEL = "Grid on spot";

    private static final Set<String> BOXES = Set.of("orders.read", "orders.write", "wallets.read", "history.read");

    /// @param home of the portal: its folders `data` and `keys` are inside
    static KeysInStock make(Path home, int keys) {
        var customer = new KeysInStock(UUID.randomUUID() + "@customer.example", "verrou-" + UUID.randomUUID());
        System.setProperty("vaadin.productionMode", "true");
        // It would print the sign-ins of its demo accounts, which nobody needs here.
        var screen = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try (var portal = new SpringApplicationBuilder(Porteclef.class)
                .run(
                        "--server.port=0",
                        "--porteclef.data=" + home.resolve("data"),
                        "--porteclef.keys=" + home.resolve("keys"))) {
            var account = (SignedUp) portal.getBean(Accounts.class)
                    .signUp(new SignUpDraft(
                            customer.email(),
                            Secret.of(customer.typed()),
                            Language.ENGLISH,
                            ClientAddress.of("127.0.0.1")));
            try (var _ = SignedIn.as(account.user())) {
                for (var number = 1; number <= keys; number++) {
                    connect(portal, LABEL + " " + number);
                }
            }
        } finally {
            System.setOut(screen);
        }
        return customer;
    }

    private static void connect(ApplicationContext portal, String label) {
        var practice = portal.getBean(PracticeKeys.class);
        var made = (Created) practice.create(new PracticeKeyDraft("bot", BOXES, null, true, practice.code()));
        try (var credentials =
                new Credentials(Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", made.secret()))) {
            var outcome = portal.getBean(ExchangeKeys.class)
                    .connect(
                            new KeyDraft(StagedBitfinex.ID, Environment.PRACTICE, label, Strategy.of("spot"), "ours"),
                            credentials,
                            null,
                            _ -> {});
            if (!(outcome instanceof Connected)) {
                throw new IllegalStateException("a practice key was not connected");
            }
        }
    }
}
