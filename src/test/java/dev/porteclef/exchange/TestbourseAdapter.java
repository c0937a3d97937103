package dev.porteclef.exchange;

import dev.porteclef.platform.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;

/// An exchange without network for tests that have to prove that nothing is Bitfinex-shaped. It judges a key by its
/// passphrase alone and cannot be asked for permissions.
///
/// Component scans pass it by; a test that says `@Import(TestbourseAdapter.class)` gets adapter and content.
@TestComponent
public final class TestbourseAdapter implements ExchangeAdapter {

    /// The exchange's id in the catalogue and its adapter's name.
    public static final String NAME = "testbourse";

    /// The one passphrase that is accepted.
    public static final String ACCEPTED_PASSPHRASE = "open sesame, 42 times";

    private final Clock clock;

    public TestbourseAdapter(Clock clock) {
        this.clock = clock;
    }

    /// Adds Testbourse to the catalogue.
    @Bean
    public static ExchangeContent testbourseContent() {
        return new ExchangeContent("classpath*:db/content/exchanges/testbourse/exchange-test.yaml");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer<GrantedPermissions> permissions(Inquiry inquiry) {
        return new Answer.Unaskable<>();
    }

    /// Two wallets, one of them funded, for [#ACCEPTED_PASSPHRASE]; credentials rejected for any other.
    @Override
    public Answer<Balance> balance(Inquiry inquiry) {
        try (var accepted = Secret.of(ACCEPTED_PASSPHRASE)) {
            if (inquiry.credentials().get("passphrase").sameAs(accepted)) {
                return new Answer.Told<>(
                        new Balance(2, 1),
                        new Evidence("GET /balance", 200, null, null, null, Duration.ofMillis(3), clock.instant()));
            }
        }
        var outcome = inquiry.exchange().outcomeOf(400, "TB-7", "wrong passphrase", true);
        return new Answer.Declined<>(
                outcome,
                new Evidence(
                        "GET /balance", 400, "TB-7", "wrong passphrase", null, Duration.ofMillis(3), clock.instant()));
    }
}
