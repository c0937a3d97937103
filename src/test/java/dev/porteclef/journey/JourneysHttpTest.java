package dev.porteclef.journey;

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
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.shell.first.Readers;
import dev.porteclef.testing.LivePage;
import dev.porteclef.testing.SignedIn;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/// The steps of a customer's way over HTTP: each is noted once, by the live page alone, and of nobody but customers.
class JourneysHttpTest extends Readers {

    private static final Set<String> SPOT = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
    private static final String GUIDE = "en/guides/bitfinex";
    private static final String FORM = "en/keys/new";
    private static final String EXCHANGE = "exchange=bitfinex";

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
    void nothing_is_written_of_somebody_who_only_reads() {
        var before = rows();
        get("/" + GUIDE);
        new LivePage(root()).load(GUIDE, "");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void the_guide_read_before_signing_in_is_written_down_then() {
        var customer = signUp();
        var reader = new LivePage(root());
        reader.load(GUIDE, "");
        var read = Instant.now();
        reader.signIn(email, typed);
        assertThat(way(customer)).as("nothing, until a page of theirs is there").isNull();
        reader.load("en/keys", "");

        var way = kept(customer);
        assertThat(way.guideAt()).isNotNull().isBefore(read);
        assertThat(way.beganAt()).isEqualTo(way.guideAt());
        assertThat(way.formAt()).isNull();
    }

    @Test
    void every_step_is_noted_the_first_time_and_none_after_a_check_has_answered() {
        var customer = signUp();
        var reader = new LivePage(root());
        reader.signIn(email, typed);
        assertThat(reader.first(FORM, EXCHANGE)).isNotEmpty();
        assertThat(way(customer)).as("by the first HTML").isNull();
        reader.load(FORM, EXCHANGE);
        var form = kept(customer);
        assertThat(form.formAt()).isNotNull();
        assertThat(form.guideAt()).isNull();

        var another = new LivePage(root());
        another.signIn(email, typed);
        another.load(FORM, EXCHANGE);
        assertThat(way(customer)).as("the second time, in another window").isEqualTo(form);

        var made = practiceKey(customer);
        try (var _ = SignedIn.as(customer)) {
            mishaps.befall(made.id(), Mishap.KEY_DELETED);
        }
        var key = connect(customer, made);
        var checked = kept(customer);
        assertThat(checked.checkedAt()).isNotNull();
        assertThat(checked.greenAt()).as("it was refused").isNull();
        assertThat(checked.strategy()).isEqualTo("spot");

        reader.load(GUIDE, "");
        assertThat(way(customer)).as("by then the guide is no first step").isEqualTo(checked);

        try (var _ = SignedIn.as(customer)) {
            mishaps.end(made.id());
            keys.check(key, _ -> {});
            var green = kept(customer);
            assertThat(green.greenAt()).isNotNull().isAfter(green.checkedAt());
            assertThat(green.checkedAt()).isEqualTo(checked.checkedAt());
            keys.check(key, _ -> {});
            assertThat(way(customer)).as("green again").isEqualTo(green);
        }
    }

    @Test
    void a_first_attempt_that_is_green_says_so_and_goes_with_the_account() {
        var customer = signUp();
        connect(customer, practiceKey(customer));
        var way = kept(customer);
        assertThat(way.greenAt()).isNotNull().isEqualTo(way.checkedAt());

        jdbi.useHandle(handle -> handle.createUpdate("delete from account where id = :id")
                .bind("id", customer.id())
                .execute());
        assertThat(way(customer)).isNull();
    }

    /// What is kept of a customer's way.
    record Kept(
            Instant beganAt,
            @Nullable Instant guideAt,
            @Nullable Instant formAt,
            @Nullable Instant checkedAt,
            @Nullable Instant greenAt,
            @Nullable String strategy) {}

    private @Nullable Kept way(SignedInUser customer) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select began_at, guide_at, form_at, checked_at, green_at, strategy
                        from journey
                        where owner = :owner
                        """)
                .bind("owner", customer.id())
                .map((row, context) -> {
                    var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
                    return new Kept(
                            instants.map(row, 1, context),
                            instants.map(row, 2, context),
                            instants.map(row, 3, context),
                            instants.map(row, 4, context),
                            instants.map(row, 5, context),
                            row.getString("strategy"));
                })
                .findOne()
                .orElse(null));
    }

    private Kept kept(SignedInUser customer) {
        return Objects.requireNonNull(way(customer));
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from journey")
                .mapTo(Integer.class)
                .one());
    }

    private SignedInUser signUp() {
        SecurityContextHolder.clearContext();
        try (var password = Secret.of(typed)) {
            return ((SignedUp) accounts.signUp(
                            new SignUpDraft(email, password, Language.ENGLISH, new ClientAddress(email))))
                    .user();
        }
    }

    private Created practiceKey(SignedInUser customer) {
        try (var _ = SignedIn.as(customer)) {
            return (Created) practiceKeys.create(new PracticeKeyDraft("bot", SPOT, null, true, practiceKeys.code()));
        }
    }

    private KeyId connect(SignedInUser customer, Created made) {
        var draft =
                new KeyDraft(new ExchangeId("bitfinex"), Environment.PRACTICE, "A bot", Strategy.of("spot"), "ours");
        try (var _ = SignedIn.as(customer);
                var pair = new Credentials(Map.of("apiKey", Secret.of(made.apiKey()), "apiSecret", made.secret()))) {
            return ((Connected) keys.connect(draft, pair, null, _ -> {})).key().id();
        }
    }
}
