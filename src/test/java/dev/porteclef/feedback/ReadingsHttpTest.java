package dev.porteclef.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome.SignedUp;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome.Connected;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.shell.first.Readers;
import dev.porteclef.testing.LivePage;
import dev.porteclef.testing.SignedIn;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/// Whoever reads an article over HTTP is counted once, and only if it is a person in trouble with the page before them.
class ReadingsHttpTest extends Readers {

    private static final Set<String> SPOT = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
    private static final String ARTICLE = "en/help/bitfinex/10114";

    @Autowired
    private Accounts accounts;

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private PracticeKeys practiceKeys;

    @Autowired
    private Mishaps mishaps;

    @Autowired
    private Jdbi jdbi;

    private final String email = UUID.randomUUID() + "@customer.example";
    private final String typed = "verrou-" + UUID.randomUUID();

    /// Portals that other tests start in this process put theirs in its place.
    @Autowired
    void actInThisPortal(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @Test
    void a_customer_in_trouble_is_counted_by_the_live_page_alone_and_once() {
        customerInTrouble();
        var reader = new LivePage(root());
        reader.signIn(email, typed);
        assertThat(reader.first(ARTICLE, "")).contains("id=\"first\"");
        assertThat(counted()).as("by the first HTML").isZero();
        reader.load(ARTICLE, "");
        assertThat(counted()).as("by the live page").isEqualTo(1);
        reader.load(ARTICLE, "");
        reader.go("en/help", "", "link");
        reader.go(ARTICLE, "", "link");
        assertThat(counted()).as("by the same page again").isEqualTo(1);
    }

    @Test
    void nobody_is_counted_without_a_person() {
        var before = counted();
        get("/" + ARTICLE);
        head("/" + ARTICLE);
        new LivePage(root()).load(ARTICLE, "");
        assertThat(counted()).isEqualTo(before);
    }

    private int counted() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from article_reading")
                .mapTo(Integer.class)
                .one());
    }

    /// With a key that the exchange no longer knows.
    private void customerInTrouble() {
        jdbi.useHandle(handle -> handle.execute("delete from article_reading"));
        try (var password = Secret.of(typed)) {
            var from = new ClientAddress(email);
            var customer = (SignedUp) accounts.signUp(new SignUpDraft(email, password, Language.ENGLISH, from));
            try (var _ = SignedIn.as(customer.user())) {
                connect((Created)
                        practiceKeys.create(new PracticeKeyDraft("bot", SPOT, null, true, practiceKeys.code())));
            }
        }
    }

    private void connect(Created made) {
        mishaps.befall(made.id(), Mishap.KEY_DELETED);
        var draft = new KeyDraft(
                new ExchangeId("bitfinex"), Environment.PRACTICE, "My bot", Strategy.of("spot"), "milliseconds");
        try (var pair = new Credentials(Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", made.secret()))) {
            assertThat(keys.connect(draft, pair, null, _ -> {})).isInstanceOf(Connected.class);
        } finally {
            mishaps.end(made.id());
        }
    }
}
