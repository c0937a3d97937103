package dev.porteclef.reminder;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyId;
import dev.porteclef.mail.MailFixture;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.testing.TestDatabase;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// One fixture per database for all tests of reminders, each of which acts as somebody new and turns the clock only on;
/// and what a signed-in customer does with keys.
final class ReminderFixtures {

    static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    private static final Map<TestDatabase, MailFixture> FIXTURES = new EnumMap<>(TestDatabase.class);

    private ReminderFixtures() {}

    static MailFixture on(TestDatabase database) {
        var fixture = FIXTURES.computeIfAbsent(database, MailFixture::new);
        fixture.bitfinex.reset();
        return fixture;
    }

    static String newApiKey() {
        return ("k" + UUID.randomUUID() + UUID.randomUUID()).substring(0, 43);
    }

    private static Credentials pair(String apiKey) {
        return new Credentials(Map.of("apiKey", Secret.of(apiKey), "apiSecret", Secret.of(SECRET)));
    }

    private static KeyDraft draft(String label) {
        return new KeyDraft(StagedBitfinex.ID, Environment.PRACTICE, label, Strategy.of("spot"), "ours");
    }

    static KeyId connected(MailFixture fixture, String label) {
        try (var credentials = pair(newApiKey())) {
            var outcome = fixture.get(ExchangeKeys.class).connect(draft(label), credentials, null, _ -> {});
            return ((ConnectOutcome.Connected) outcome).key().id();
        }
    }

    static KeyId replaced(MailFixture fixture, KeyId old, String label) {
        try (var credentials = pair(newApiKey())) {
            var outcome = fixture.get(ExchangeKeys.class).replace(old, draft(label), credentials, null, _ -> {});
            return ((ConnectOutcome.Replaced) outcome).key().id();
        }
    }

    static void check(MailFixture fixture, KeyId key) {
        if (!(fixture.get(ExchangeKeys.class).check(key, _ -> {}) instanceof CheckOutcome.Checked)) {
            throw new AssertionError("was not checked");
        }
    }
}
