package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.LocalizedText;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real content, read as at every start.
class BitfinexContentTest {

    private final ExchangeCatalogue catalogue =
            new YamlCatalogue(List.of(ExchangeContent.PACKAGED), Set.of("bitfinex"), Clock.systemUTC());
    private final Exchange bitfinex = catalogue.get(new ExchangeId("bitfinex"));

    @Test
    void theExchangeOfTheTestsIsNotPackaged() {
        assertThat(catalogue.all()).contains(bitfinex);
        assertThat(catalogue.find(new ExchangeId("testbourse"))).isEmpty();
    }

    @Test
    void theDialogHasTheExchangesSectionsInItsOrder() {
        assertThat(bitfinex.sections())
                .extracting(PermissionSection::label)
                .containsExactly(
                        "Account Info",
                        "Account History",
                        "Orders",
                        "Margin Trading",
                        "Margin Funding",
                        "Wallets",
                        "Withdraw",
                        "Settings",
                        "Bitfinex Pay");
        assertThat(bitfinex.boxes().map(PermissionBox::id)).hasSize(16);
    }

    /// One letter a choice: `R`equired, recommended (`+`), `o`ptional, unneeded (`-`), forbidden (`X`).
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            box,             spot, spot+transfers, margin, margin+transfers, derivatives, derivatives+transfers, funding, funding+transfers
            account.read,    o,    o,              o,      o,                o,           o,                     o,       o
            account.write,   -,    -,              -,      -,                -,           -,                     -,       -
            history.read,    +,    +,              +,      +,                +,           +,                     +,       +
            orders.read,     R,    R,              R,      R,                R,           R,                     R,       R
            orders.write,    R,    R,              R,      R,                R,           R,                     R,       R
            positions.read,  -,    -,              R,      R,                o,           o,                     -,       -
            positions.write, -,    -,              R,      R,                -,           -,                     -,       -
            funding.read,    -,    -,              o,      o,                -,           -,                     R,       R
            funding.write,   -,    -,              -,      -,                -,           -,                     R,       R
            wallets.read,    R,    R,              R,      R,                R,           R,                     R,       R
            wallets.write,   -,    R,              -,      R,                -,           R,                     -,       R
            withdraw.write,  X,    X,              X,      X,                X,           X,                     X,       X
            settings.read,   -,    -,              -,      -,                -,           -,                     -,       -
            settings.write,  -,    -,              -,      -,                -,           -,                     -,       -
            bfxpay.read,     -,    -,              -,      -,                -,           -,                     -,       -
            bfxpay.write,    -,    -,              -,      -,                -,           -,                     -,       -
            """, useHeadersInDisplayName = true)
    void everyChoiceNeedsWhatTheTableSays(
            String id,
            String spot,
            String spotTransfers,
            String margin,
            String marginTransfers,
            String derivatives,
            String derivativesTransfers,
            String funding,
            String fundingTransfers) {
        var box = bitfinex.box(id).orElseThrow();
        assertThat(strategies().map(strategy -> letter(bitfinex.need(box, strategy))))
                .containsExactly(
                        spot,
                        spotTransfers,
                        margin,
                        marginTransfers,
                        derivatives,
                        derivativesTransfers,
                        funding,
                        fundingTransfers);
    }

    @Test
    void everyBoxHasAReasonInEveryChoiceShortEnoughForTheGrid() {
        strategies()
                .forEach(strategy -> bitfinex.boxes()
                        .forEach(box -> assertThat(bitfinex.rule(box, strategy))
                                .as(strategy + " " + box.id())
                                .isNotNull()
                                .satisfies(rule -> {
                                    assertThat(rule.why().en()).hasSizeLessThanOrEqualTo(140);
                                    assertThat(rule.why().fr()).hasSizeLessThanOrEqualTo(140);
                                })));
    }

    @Test
    void frenchIsFrenchAndSaysTu() {
        assertThat(texts()).hasSizeGreaterThan(100).allSatisfy(text -> {
            assertThat(text.fr()).doesNotContainPattern("(?i)\\b(vous|votre|vos|veuillez)\\b");
            if (text.en().length() > 30) {
                assertThat(text.fr()).isNotEqualTo(text.en());
            }
        });
    }

    @Test
    void whateverNamesAWithdrawalIsForbiddenKnownOrNot() {
        assertThat(Stream.of("withdraw", "ui_withdraw", "eaas_withdraw", "newWithdrawals2030"))
                .allMatch(bitfinex::forbids);
        assertThat(Stream.of("wallets", "orders", "eaas_deposit", "unheard_of")).noneMatch(bitfinex::forbids);
    }

    @Test
    void scopesWithoutABoxAreKnownForWhatTheyAre() {
        assertThat(bitfinex.hiddenScopes())
                .extracting(scope -> scope.scope() + " " + scope.harm())
                .containsExactlyInAnyOrder(
                        "ui_withdraw FORBIDDEN",
                        "eaas_withdraw FORBIDDEN",
                        "history NONE",
                        "eaas_agreement UNKNOWN",
                        "eaas_deposit UNKNOWN",
                        "eaas_brokerage UNKNOWN");
    }

    @Test
    void whatIsUnprovenAboutDerivativesIsSaidWithItsDate() {
        assertThat(bitfinex.profile("derivatives").map(StrategyProfile::caveat)).hasValueSatisfying(caveat -> {
            assertThat(caveat.en()).contains("20 November 2026");
            assertThat(caveat.fr()).contains("20 novembre 2026");
        });
    }

    @Test
    void bothCredentialsUsuallyHave43Characters() {
        assertThat(bitfinex.credentials()).extracting(CredentialField::name).containsExactly("apiKey", "apiSecret");
        assertThat(bitfinex.credentials()).allSatisfy(field -> {
            assertThat(field.usualLength()).isEqualTo(43);
            assertThat(field.usual()).isNotNull();
            assertThat("aZ09_-".repeat(8).substring(0, 43)).matches(field.usual());
            assertThat("a".repeat(42)).doesNotMatch(field.usual());
        });
        assertThat(bitfinex.keyField().name()).isEqualTo("apiKey");
    }

    @Test
    void theErrorsCarryTheExchangesNames() {
        assertThat(bitfinex.errors())
                .extracting(error -> error.code() + " " + error.name())
                .containsExactly(
                        "10000 ERR_UNK",
                        "10001 ERR_GENERIC",
                        "10008 ERR_CONCURRENCY",
                        "10020 ERR_PARAMS",
                        "10100 ERR_AUTH_FAIL",
                        "10111 ERR_AUTH_PAYLOAD",
                        "10112 ERR_AUTH_SIG",
                        "10113 ERR_AUTH_HMAC",
                        "10114 ERR_AUTH_NONCE",
                        "11000 ERR_READY",
                        "11010 ERR_RATE_LIMIT",
                        "20060 EVT_RESYNC_START");
    }

    private Stream<Strategy> strategies() {
        return bitfinex.choices().stream()
                .flatMap(choice -> Stream.of(Strategy.of(choice.id()), new Strategy(choice.id(), Set.of("transfers"))));
    }

    private List<LocalizedText> texts() {
        return Stream.of(
                        bitfinex.facts().stream().flatMap(fact -> Stream.of(fact.label(), fact.value())),
                        bitfinex.credentials().stream().flatMap(field -> Stream.of(field.label(), field.hint())),
                        bitfinex.sections().stream().map(PermissionSection::meaning),
                        bitfinex.boxes().map(PermissionBox::meaning),
                        bitfinex.hiddenScopes().stream().map(HiddenScope::meaning),
                        bitfinex.errors().stream().map(ErrorCode::title),
                        bitfinex.profiles().stream()
                                .flatMap(profile -> Stream.concat(
                                        Stream.of(profile.name(), profile.summary()),
                                        profile.rules().values().stream().map(BoxRule::why))))
                .flatMap(texts -> texts)
                .toList();
    }

    private static String letter(Need need) {
        return switch (need) {
            case REQUIRED -> "R";
            case RECOMMENDED -> "+";
            case OPTIONAL -> "o";
            case UNNEEDED -> "-";
            case FORBIDDEN -> "X";
        };
    }
}
