package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// A second exchange comes by content and adapter alone, the way Spring puts them together at start.
class TestbourseTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(YamlCatalogue.class);

    @Test
    void contentAndAdapterMakeAnExchange() {
        runner.withBean("bitfinex", ExchangeAdapter.class, NamedAdapter::bitfinex)
                .withUserConfiguration(TestbourseAdapter.class)
                .run(context -> assertThat(
                                context.getBean(ExchangeCatalogue.class).all())
                        .extracting(Exchange::name)
                        .containsExactly("Bitfinex", "Testbourse"));
    }

    @Test
    void withoutItsAdapterTheStartEnds() {
        runner.withBean(ExchangeContent.class, TestbourseAdapter::testbourseContent)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ContentException.class)
                        .hasMessageContaining("bitfinex/exchange.yaml:6: exchange bitfinex needs an adapter")
                        .hasMessageContaining("testbourse/exchange-test.yaml:6: exchange testbourse needs an adapter"));
    }

    @Test
    void itsFourFieldsAndItsBoxesAreItsOwn() {
        withTestbourse(testbourse -> {
            assertThat(testbourse.credentials())
                    .extracting(CredentialField::kind)
                    .containsExactly(CredentialField.Kind.values());
            assertThat(testbourse.boxes().map(PermissionBox::id))
                    .containsExactly("book.read", "book.write", "payout.write");
            assertThat(testbourse.need(testbourse.box("book.write").orElseThrow(), Strategy.of("watcher")))
                    .isEqualTo(Need.UNNEEDED);
        });
    }

    @Test
    void itCannotBeAskedForPermissionsAndJudgesByThePassphrase() {
        withTestbourse(testbourse -> {
            var adapter = new TestbourseAdapter(Clock.systemUTC());
            try (var right = credentials(TestbourseAdapter.ACCEPTED_PASSPHRASE);
                    var wrong = credentials("guess")) {
                assertThat(adapter.permissions(inquiry(testbourse, right))).isInstanceOf(Answer.Unaskable.class);
                assertThat(adapter.balance(inquiry(testbourse, right)))
                        .isInstanceOfSatisfying(
                                Answer.Told.class,
                                told -> assertThat(told.value()).isEqualTo(new Balance(2, 1)));
                assertThat(adapter.balance(inquiry(testbourse, wrong)))
                        .isInstanceOfSatisfying(
                                Answer.Declined.class,
                                declined -> assertThat(declined.outcome()).isEqualTo(Outcome.CREDENTIALS_REJECTED));
            }
        });
    }

    private void withTestbourse(java.util.function.Consumer<Exchange> test) {
        runner.withBean("bitfinex", ExchangeAdapter.class, NamedAdapter::bitfinex)
                .withUserConfiguration(TestbourseAdapter.class)
                .run(context -> test.accept(
                        context.getBean(ExchangeCatalogue.class).get(new ExchangeId(TestbourseAdapter.NAME))));
    }

    private static Credentials credentials(String passphrase) {
        return new Credentials(Map.of("keyId", Secret.of("tb-000001"), "passphrase", Secret.of(passphrase)));
    }

    private static ExchangeAdapter.Inquiry inquiry(Exchange exchange, Credentials credentials) {
        return new ExchangeAdapter.Inquiry(
                exchange, URI.create("https://api.testbourse.example"), credentials, () -> 1);
    }

    /// Stands in for Bitfinex's adapter by its name only.
    private record NamedAdapter(String name) implements ExchangeAdapter {

        static ExchangeAdapter bitfinex() {
            return new NamedAdapter("bitfinex");
        }

        @Override
        public Answer<GrantedPermissions> permissions(Inquiry inquiry) {
            return new Answer.Unaskable<>();
        }

        @Override
        public Answer<Balance> balance(Inquiry inquiry) {
            return new Answer.Unaskable<>();
        }
    }
}
