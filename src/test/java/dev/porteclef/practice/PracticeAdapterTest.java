package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The portal's own adapter asks the practice exchange: both were written from the same facts, by different hands.
class PracticeAdapterTest {

    private final PracticeFixture practice = new PracticeFixture(TestDatabase.H2);
    private final AtomicLong nonce = new AtomicLong(1_790_274_000_000L);

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void the_boxes_ticked_are_the_permissions_told() {
        var told = (Told<GrantedPermissions>)
                adapter().permissions(inquiry(practice.create(practice.draft("orders.read", "orders.write")), ""));
        assertThat(told.value().granted()).containsExactly("orders");
        assertThat(told.value().allows("orders", Access.WRITE)).isTrue();
    }

    @Test
    void the_wallets_are_counted() {
        var told = (Told<Balance>) adapter().balance(inquiry(practice.create(practice.draft("wallets.read")), ""));
        assertThat(told.value()).isEqualTo(new Balance(3, 2));
    }

    @Test
    void refusals_are_understood() {
        var made = practice.create(practice.draft("orders.read"));
        assertThat(outcome(inquiry(made, "x"))).isEqualTo(Outcome.CREDENTIALS_REJECTED);
        assertThat(outcome(inquiry(made, ""))).isEqualTo(Outcome.PERMISSION_MISSING);
        nonce.set(5);
        assertThat(outcome(inquiry(made, ""))).isEqualTo(Outcome.NONCE_TOO_SMALL);
    }

    @Test
    void every_box_of_the_exchange_grants_a_scope_that_the_permissions_name() {
        var boxes = practice.get(ExchangeCatalogue.class)
                .get(PracticeServer.IMITATED)
                .boxes();
        assertThat(boxes.map(PermissionBox::scope).distinct().toList())
                .hasSizeGreaterThan(5)
                .isSubsetOf(PracticeRights.SCOPES);
    }

    private Outcome outcome(ExchangeAdapter.Inquiry inquiry) {
        return ((Declined<Balance>) adapter().balance(inquiry)).outcome();
    }

    private ExchangeAdapter adapter() {
        return practice.all(ExchangeAdapter.class).stream()
                .filter(adapter -> adapter.name().equals("bitfinex"))
                .findFirst()
                .orElseThrow();
    }

    private ExchangeAdapter.Inquiry inquiry(PracticeKeyOutcome.Created made, String spoilt) {
        return new ExchangeAdapter.Inquiry(
                practice.get(ExchangeCatalogue.class).get(PracticeServer.IMITATED),
                practice.get(PracticeEndpoint.class).address(),
                new Credentials(Map.of(
                        "apiKey",
                        Secret.of(made.apiKey()),
                        "apiSecret",
                        Secret.of(spoilt + made.secret().reveal(SecretAccess.granted())))),
                nonce::incrementAndGet);
    }
}
