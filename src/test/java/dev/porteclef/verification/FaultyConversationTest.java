package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.verification.VerificationFixture.KEY;
import static dev.porteclef.verification.VerificationFixture.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.bitfinex.ArbitraryAnswers;
import dev.porteclef.exchange.bitfinex.Reading;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.testing.FaultProxy;
import dev.porteclef.testing.FaultProxy.Fault;
import dev.porteclef.testing.FaultProxy.Side;
import dev.porteclef.testing.TestDatabase;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A whole verification over a bad network, and with an exchange that talks nonsense: no verdict is invented.
@Timeout(120)
class FaultyConversationTest {

    private final VerificationFixture fixture = new VerificationFixture(TestDatabase.H2);
    private final FaultProxy proxy = new FaultProxy(fixture.bitfinex.address().getPort());

    @AfterEach
    void stop() {
        proxy.close();
        fixture.close();
    }

    @Test
    void a_conversation_cut_off_at_any_byte_proves_only_what_was_heard_to_its_end() {
        assertThat(fixture.verifications(behind(proxy))
                        .verify(spot(KEY), _ -> {})
                        .verdict())
                .isEqualTo(new Verdict.Accepted());
        var whole = proxy.passed(Side.TARGET);
        var found = new EnumMap<Harmlessness, Integer>(Harmlessness.class);
        for (var bytes = 0L; bytes < whole; bytes += 3) {
            proxy.play(new Fault.Reset(Side.TARGET, bytes));
            var connections = proxy.connections();
            var verification = fixture.verifications(behind(proxy)).verify(spot(KEY), _ -> {});
            if (proxy.connections() - connections > 1) {
                // The second question came before the first connection was free again, and had one of its own.
                continue;
            }
            assertThat(verification.verdict()).as("cut at byte %d", bytes).isNull();
            assertThat(verification.noVerdict()).isIn(Outcome.BROKEN_OFF, Outcome.UNREACHABLE);
            assertThat(verification.harmlessness())
                    .isEqualTo(verification.granted() == null ? Harmlessness.CANNOT_BE_PROVEN : Harmlessness.PROVEN);
            found.merge(verification.harmlessness(), 1, Integer::sum);
        }
        assertThat(found).containsOnlyKeys(Harmlessness.PROVEN, Harmlessness.CANNOT_BE_PROVEN);
    }

    @Test
    void no_answers_make_a_red_without_a_code_or_a_proof_without_a_list() {
        var counted = judge(20_261_121, 3_000);
        assertThat(counted).containsKeys(Harmlessness.values());
    }

    @Test
    @Tag("soak")
    @Timeout(3600)
    void nor_do_any_of_two_hundred_thousand() {
        for (var seed = 0; seed < 40; seed++) {
            judge(seed, 5_000);
        }
    }

    private Map<Harmlessness, Integer> judge(long seed, int conversations) {
        var permissions = new AtomicReference<>(Given.of(500, ""));
        var wallets = new AtomicReference<>(Given.of(500, ""));
        var arbitrary = new ArbitraryAnswers(seed);
        var verifications = fixture.verifications();
        var counted = new EnumMap<Harmlessness, Integer>(Harmlessness.class);
        for (var number = 0; number < conversations; number++) {
            if (number % 500 == 0) {
                fixture.pauses.clear();
                fixture.bitfinex.reset();
                fixture.bitfinex.answer(PERMISSIONS, _ -> permissions.get());
                fixture.bitfinex.answer(WALLETS, _ -> wallets.get());
            }
            permissions.set(arbitrary.next());
            wallets.set(number % 2 == 0 ? Given.of(200, ONE_FUNDED_WALLET) : arbitrary.next());
            var verification = verifications.verify(spot(KEY), _ -> {});
            assertFounded(verification, permissions.get(), wallets.get(), "seed " + seed + ", conversation " + number);
            counted.merge(verification.harmlessness(), 1, Integer::sum);
        }
        return counted;
    }

    private static void assertFounded(Verification verification, Given permissions, Given wallets, String where) {
        var blamed = Reading.blamesTheKey(permissions) || Reading.blamesTheKey(wallets);
        var list = Reading.isList(permissions);
        switch (verification.verdict()) {
            case Verdict.Accepted _ -> assertThat(list || blamed).as(where).isTrue();
            case Verdict.MissingPermission _ ->
                assertThat(Reading.speaksOf(permissions, "orders") || blamed)
                        .as(where)
                        .isTrue();
            case Verdict.CredentialsRejected _, Verdict.IpNotAllowed _, Verdict.NonceConflict _ ->
                assertThat(blamed).as(where).isTrue();
            case null -> assertThat(verification.noVerdict()).as(where).isNotNull();
        }
        switch (verification.harmlessness()) {
            case FORBIDDEN ->
                assertThat(Reading.letsWithdraw(permissions)).as(where).isTrue();
            case PROVEN, MORE_THAN_NEEDED ->
                assertThat(list && !Reading.letsWithdraw(permissions)).as(where).isTrue();
            case CANNOT_BE_PROVEN ->
                assertThat(Reading.plainlyLetsWithdraw(permissions)).as(where).isFalse();
        }
    }

    private static PracticeEndpoint behind(FaultProxy proxy) {
        return new PracticeEndpoint() {
            @Override
            public ExchangeId exchange() {
                return StagedBitfinex.ID;
            }

            @Override
            public URI address() {
                return URI.create("http://127.0.0.1:" + proxy.port());
            }
        };
    }
}
