package dev.porteclef.key.ui;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome;
import dev.porteclef.practice.PracticeKeys;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Connects keys of the running practice exchange in the name of whoever is signed in.
public record PracticedKeys(ExchangeKeys keys, PracticeKeys practice) {

    public static final Set<String> SPOT = Set.of("orders.read", "orders.write", "wallets.read", "history.read");

    /// What a spot bot needs, and `box`.
    static Set<String> spotAnd(String box) {
        var boxes = new HashSet<>(SPOT);
        boxes.add(box);
        return boxes;
    }

    public ExchangeKey connected(String label) {
        return connected(label, SPOT);
    }

    public ExchangeKey connected(String label, Set<String> boxes) {
        return with(boxes, pair -> switch (keys.connect(draft(label), pair, null, _ -> {})) {
            case ConnectOutcome.Connected(var key) -> key;
            case ConnectOutcome.Refused(var key) -> key;
            case ConnectOutcome other -> throw new AssertionError(other);
        });
    }

    /// A pair as the practice exchange showed it.
    public record Pair(String key, String secret) {}

    /// A new pair for a spot bot.
    public Pair pair() {
        var made = (PracticeKeyOutcome.Created)
                practice.create(new PracticeKeyDraft("bot", SPOT, null, true, practice.code()));
        try (var secret = made.secret()) {
            return new Pair(made.apiKey(), secret.reveal(SecretAccess.granted()));
        }
    }

    public ExchangeKey connected(String label, Pair pair) {
        try (var credentials =
                new Credentials(Map.of("apiKey", Secret.of(pair.key()), "apiSecret", Secret.of(pair.secret())))) {
            return ((ConnectOutcome.Connected) keys.connect(draft(label), credentials, null, _ -> {})).key();
        }
    }

    /// A key that replaces `old`, or waits to.
    public ExchangeKey replacing(ExchangeKey old, String label, Set<String> boxes) {
        return with(boxes, pair -> switch (keys.replace(old.id(), draft(label), pair, null, _ -> {})) {
            case ConnectOutcome.Replaced(var key, var before) -> key;
            case ConnectOutcome.Connected(var key) -> key;
            case ConnectOutcome other -> throw new AssertionError(other);
        });
    }

    /// A key whose secret is not its own.
    public ExchangeKey rejected(String label) {
        var made = (PracticeKeyOutcome.Created)
                practice.create(new PracticeKeyDraft("bot", SPOT, null, true, practice.code()));
        try (var _ = made.secret();
                var pair = new Credentials(
                        Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", Secret.of(PracticedPages.WRONG)))) {
            return switch (keys.connect(draft(label), pair, null, _ -> {})) {
                case ConnectOutcome.Connected(var key) -> key;
                case ConnectOutcome other -> throw new AssertionError(other);
            };
        }
    }

    private ExchangeKey with(Set<String> boxes, Function<Credentials, ExchangeKey> use) {
        var made = (PracticeKeyOutcome.Created)
                practice.create(new PracticeKeyDraft("bot", boxes, null, true, practice.code()));
        try (var pair = new Credentials(Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", made.secret()))) {
            return use.apply(pair);
        }
    }

    private static KeyDraft draft(String label) {
        return new KeyDraft(new ExchangeId("bitfinex"), Environment.PRACTICE, label, Strategy.of("spot"), "ours");
    }
}
