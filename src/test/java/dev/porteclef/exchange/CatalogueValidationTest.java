package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test breaks a small, faultless description of an exchange in one place and expects to be told where.
class CatalogueValidationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final String SMALL = small();

    @Test
    void aFaultlessDescriptionIsRead() {
        var file = new ContentFile("small.yaml");
        var exchange = new ExchangeReader(file, TODAY, Set.of("small")).read(new ExchangeId("small"), SMALL);
        assertThat(file.problems()).isEmpty();
        assertThat(exchange).hasValueSatisfying(small -> {
            assertThat(small.boxes().map(PermissionBox::id))
                    .containsExactly("orders.read", "orders.write", "payout.write");
            assertThat(small.choices()).extracting(StrategyProfile::id).containsExactly("trader");
            assertThat(small.addOns()).extracting(StrategyProfile::id).containsExactly("more");
            assertThat(small.keyField().usualLength()).isEqualTo(10);
        });
    }

    @Test
    void theLineIsCountedFromOne() {
        assertThat(problems(SMALL.replace("name: Small", "nome: Small")))
                .containsExactly(
                        "small.yaml:1: exchange small has no \"name\"",
                        "small.yaml:1: exchange small has an unknown key \"nome\"");
        assertThat(problems(SMALL.replace("maxListedAddresses: 4", "maxListedAddresses: four")))
                .containsExactly("small.yaml:6: exchange small has a \"maxListedAddresses\" that is no number: four");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        var yaml = SMALL.replace(", fr: \"Région\"", "")
                .replace("access: write", "access: append")
                .replace("errorBody: false", "errorBody: no");
        assertThat(problems(yaml))
                .hasSizeGreaterThanOrEqualTo(4)
                .isSortedAccordingTo((left, right) -> Integer.compare(
                        Integer.parseInt(left.split(":", 3)[1]), Integer.parseInt(right.split(":", 3)[1])));
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(problems(SMALL.replace("name: Small", "name: [Small")))
                .singleElement()
                .asString()
                .startsWith("small.yaml:2: is not YAML: ");
        assertThat(problems("- a list")).containsExactly("small.yaml:1: does not begin with a key");
        assertThat(problems("")).containsExactly("small.yaml:1: does not begin with a key");
    }

    @Test
    void anUnknownKeyIsAProblem() {
        expect(
                "kind: secret",
                "kind: secret\n    colour: red",
                "colour",
                "credential field secret has an unknown key \"colour\"");
    }

    @Test
    void aMissingKeyIsAProblem() {
        expect("label: \"Pay out\"\n        ", "", "id: payout.write", "box payout.write has no \"label\"");
    }

    @Test
    void aKeySaidTwiceIsAProblem() {
        expect("name: Small", "name: Small\nname: Little", "name: Little", "exchange small says \"name\" twice");
    }

    @Test
    void anEmptyTextIsAProblem() {
        expect("label: \"Pay out\"", "label: \" \"", "label: \" \"", "box payout.write has an empty \"label\"");
        expect("label: \"Pay out\"", "label:", "label:\n", "box payout.write has an empty \"label\"");
    }

    @Test
    void aBoxWithoutFrenchTextIsAProblem() {
        expect("\n          fr: \"Passer des ordres\"", "", "meaning:\n", "box orders.write has no French meaning");
        expect("fr: \"Passer des ordres\"", "fr: ''", "fr: ''", "box orders.write has no French meaning");
    }

    @Test
    void aTextWithoutEnglishIsAProblem() {
        expect("en: \"Everywhere\", ", "", "value: { fr", "fact region has no English value");
        expect(
                "{ en: \"Everywhere\", fr: \"Partout\" }",
                "Everywhere",
                "value: Every",
                "fact region has a \"value\" without languages");
    }

    @Test
    void aThirdLanguageIsAProblem() {
        expect(
                "en: \"Everywhere\"",
                "de: \"Überall\", en: \"Everywhere\"",
                "Überall",
                "\"value\" of fact region has an unknown key \"de\"");
    }

    @Test
    void theSameIdTwiceIsAProblem() {
        var fact = SMALL.substring(SMALL.indexOf("  - id: region"), SMALL.indexOf("credentials:"));
        var twice = SMALL.replace("credentials:", fact + "credentials:");
        assertThat(problems(twice)).containsExactly("small.yaml:14: fact region is there twice");
        expect("name: secret", "name: key", "name: key\n    kind: secret", "credential field key is there twice");
        expect("- id: money", "- id: trade", "id: trade\n    label: \"Money\"", "section trade is there twice");
        expect("- id: more", "- id: trader", "id: trader\n    addOn", "profile trader is there twice");
        expect("scope: fast_payout", "scope: payout", "scope: payout\n    harm", "hidden scope payout is there twice");
    }

    @Test
    void theSameErrorCodeTwiceIsAProblem() {
        expect(
                "outcomes:",
                "  - code: E1\n    name: AGAIN\n    title: { en: \"Bad key\", fr: \"Clé\" }\noutcomes:",
                "code: E1\n    name: AGAIN",
                "error E1 is there twice");
    }

    @Test
    void anIdThatCannotStandInAnAddressIsAProblem() {
        expect(
                "id: more",
                "id: more+more",
                "id: more+more",
                "profile more+more has a \"id\" with characters that cannot stand in an address");
    }

    @Test
    void aBoxIsCalledAfterScopeAndAccess() {
        var yaml = SMALL.replace("id: payout.write", "id: payout.send");
        assertThat(problems(yaml))
                .contains(at(
                        yaml,
                        "id: payout.send",
                        "box payout.send has to be called payout.write after its scope and access"));
    }

    @Test
    void aRuleAboutAnUnknownBoxIsAProblem() {
        expect(
                "orders.read:\n        need",
                "trades.read:\n        need",
                "need: required\n        why: { en: \"It looks\"",
                "rule trades.read of profile trader is about a box that does not exist;"
                        + " there are [orders.read, orders.write, payout.write]");
    }

    @Test
    void aRuleThatSaysNothingIsAProblem() {
        expect(
                "orders.read:\n        need: required\n        why: { en: \"It looks\", fr: \"Il regarde\" }",
                "orders.read:",
                "orders.read:\n  - id: more",
                "profile trader says nothing in rule orders.read");
    }

    @Test
    void noProfileNeedsAForbiddenBox() {
        for (var need : List.of("required", "recommended", "optional", "unneeded")) {
            expect(
                    "orders.read:\n        need: required",
                    "payout.write:\n        need: " + need,
                    "need: " + need + "\n        why: { en: \"It looks\"",
                    "rule payout.write of profile trader calls the forbidden box payout.write " + need);
        }
    }

    @Test
    void aRuleForbidsOnlyForbiddenBoxes() {
        expect(
                "need: required\n        why: { en: \"It acts\"",
                "need: forbidden\n        why: { en: \"It acts\"",
                "need: forbidden\n        why: { en: \"It acts\"",
                "rule orders.write of profile more calls the box orders.write forbidden");
    }

    @Test
    void exactlyOneFieldNamesTheKey() {
        expect(
                "kind: secret",
                "kind: key",
                "credentials:",
                "exchange small needs exactly one credential field of kind key, but has 2");
        expect(
                "kind: key",
                "kind: pem",
                "credentials:",
                "exchange small needs exactly one credential field of kind key, but has 0");
    }

    @Test
    void aKeyNeedsAFieldBesideIt() {
        var secret = SMALL.substring(SMALL.indexOf("  - name: secret"), SMALL.indexOf("forbiddenScopes:"));
        expect(secret, "", "credentials:", "exchange small needs a credential field beside the key");
    }

    @Test
    void scopesThatTakeMoneyOutAreNamed() {
        expect(
                "forbiddenScopes: [payout]",
                "forbiddenScopes: []",
                "forbiddenScopes",
                "exchange small names no scope that takes money out");
        expect("[payout]", "[payout, '']", "forbiddenScopes", "exchange small has an empty \"forbiddenScopes\"");
        var yaml = SMALL.replace("forbiddenScopes: [payout]", "forbiddenScopes: payout");
        assertThat(problems(yaml))
                .contains(at(yaml, "forbiddenScopes", "exchange small has a \"forbiddenScopes\" that is no list"));
    }

    @Test
    void aBoxOfAForbiddenScopeIsForbidden() {
        var yaml = SMALL.replace("        forbidden: true\n", "");
        assertThat(problems(yaml))
                .contains(at(
                        yaml,
                        "scope: payout",
                        "box payout.write grants the forbidden scope payout and is not forbidden"));
    }

    @Test
    void aHiddenScopeThatNamesAForbiddenOneIsForbidden() {
        expect(
                "harm: forbidden",
                "harm: unknown",
                "harm: unknown",
                "hidden scope fast_payout is a forbidden scope, yet its harm is unknown");
    }

    @Test
    void noDateLiesInTheFuture() {
        expect(
                "checkedOn: 2026-11-20",
                "checkedOn: 2026-11-21",
                "checkedOn",
                "exchange small has a \"checkedOn\" in the future: 2026-11-21");
        expect("asOf: 2026-11-19", "asOf: 2027-01-01", "asOf", "fact region has a \"asOf\" in the future: 2027-01-01");
        expect(
                "forbidden: true",
                "forbidden: true\n        note: x",
                "note: x",
                "box payout.write has an unknown key \"note\"");
        expect(
                "asOf: 2026-11-19",
                "asOf: 19/11/2026",
                "asOf",
                "fact region has a \"asOf\" that is no day like 2026-11-20: 19/11/2026");
    }

    @Test
    void aBoxSeenInTheFutureIsAProblem() {
        var yaml = SMALL.replaceFirst("seenOn: 2026-11-18", "seenOn: 2026-12-24");
        assertThat(problems(yaml))
                .containsExactly(
                        at(yaml, "seenOn: 2026-12-24", "box orders.read has a \"seenOn\" in the future: 2026-12-24"));
    }

    @Test
    void addressesAreHttps() {
        expect(
                "live: https:",
                "live: http:",
                "live",
                "exchange small has a \"live\" that is no https address: http://api.small.example");
        expect(
                "keysPage: https:",
                "keysPage: ftp:",
                "keysPage",
                "exchange small has a \"keysPage\" that is no https address: ftp://small.example/keys");
        expect(
                "link: https://small.example/about",
                "link: /about",
                "link: /about",
                "fact region has a \"link\" that is no https address: /about");
        expect(
                "live: https://api",
                "live: https://me@api",
                "live",
                "exchange small has a \"live\" that is no https address: https://me@api.small.example");
    }

    @Test
    void regularExpressionsCompile() {
        expect(
                "usual: \"^.{10}$\"",
                "usual: \"^(.{10}$\"",
                "usual",
                "credential field key has a \"usual\" that is no regular expression: ^(.{10}$");
        expect(
                "text: \"(?i)busy\"",
                "text: \"*busy\"",
                "text",
                "outcome temporary has a \"text\" that is no regular expression: *busy");
    }

    @Test
    void constantsAreKnownWords() {
        expect(
                "need: required\n        why: { en: \"It acts\"",
                "need: wanted\n        why: { en: \"It acts\"",
                "need: wanted",
                "rule orders.write of profile more has a \"need\" that is none of"
                        + " required, recommended, optional, unneeded, forbidden: wanted");
        expect(
                "addOn: true",
                "addOn: yes",
                "addOn",
                "profile more has a \"addOn\" that is neither true nor false: yes");
    }

    @Test
    void oneProfileIsMoreThanAnAddOn() {
        expect(
                "- id: trader",
                "- id: trader\n    addOn: true",
                "profiles:",
                "exchange small has no profile that is more than an add-on");
    }

    @Test
    void everyAnswerMeetsARow() {
        expect(
                "  - errorBody: true\n    outcome: unexpected\n",
                "",
                "outcomes:",
                "exchange small has no last outcome for error bodies that no other row knows");
        expect(
                "  - errorBody: false\n    outcome: unreachable\n",
                "",
                "outcomes:",
                "exchange small has no last outcome for answers without an error body");
    }

    @Test
    void oneLastRowForBothKindsOfBodyWillDo() {
        var yaml = SMALL.substring(0, SMALL.indexOf("  - errorBody: true\n    outcome: unexpected"))
                + "  - outcome: unexpected\n";
        assertThat(problems(yaml)).isEmpty();
    }

    @Test
    void aRowBelowTheLastOnesIsAProblem() {
        var yaml = SMALL + "  - status: [503]\n    outcome: maintenance\n";
        assertThat(problems(yaml))
                .containsExactly(at(
                        yaml,
                        "outcome: maintenance",
                        "outcome maintenance is never reached: a row above it catches everything"));
    }

    @Test
    void codesOfTheTableAreAmongTheErrors() {
        expect(
                "code: [E1]",
                "code: [E1, E2]",
                "code: [E1, E2]",
                "outcome credentials_rejected names the code E2, which is not among the errors");
    }

    @Test
    void statusesAreHttpStatuses() {
        expect(
                "text: \"(?i)busy\"",
                "status: [5xx]",
                "status",
                "outcome temporary has a \"status\" that is no HTTP status: 5xx");
    }

    @Test
    void onlyTheExchangesOwnErrorBlamesTheKey() {
        expect(
                "    errorBody: true\n    outcome: credentials_rejected",
                "    outcome: credentials_rejected",
                "outcome: credentials_rejected",
                "outcome credentials_rejected blames the key without the exchange's own error body (errorBody: true)");
        expect(
                "outcome: unexpected",
                "outcome: credentials_rejected",
                "outcome: credentials_rejected\n  - errorBody: false",
                "outcome credentials_rejected blames the key for errors that nobody knows: it has neither code nor text");
    }

    @Test
    void anExchangeWithoutAdapterStopsTheStart() {
        assertThatThrownBy(() -> new YamlCatalogue(List.of(ExchangeContent.PACKAGED), Set.of("another"), CLOCK))
                .isInstanceOf(ContentException.class)
                .hasMessage("db/content/exchanges/bitfinex/exchange.yaml:6: exchange bitfinex needs an adapter called"
                        + " \"bitfinex\", which does not exist");
    }

    @Test
    void problemsOfAllFilesAreToldTogether(@TempDir Path folder) throws IOException {
        write(folder, "one", SMALL.replace("name: Small", "name:"));
        write(folder, "two", SMALL.replace("adapter: small", "adapter: large"));
        write(folder, "Three!", SMALL);
        var content = new ExchangeContent(folder.toUri() + "db/content/exchanges/*/exchange.yaml");
        assertThatThrownBy(() -> new YamlCatalogue(List.of(content), Set.of("small"), CLOCK))
                .isInstanceOfSatisfying(
                        ContentException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContaining("db/content/exchanges/one/exchange.yaml:1: exchange one has an empty \"name\"")
                .hasMessageContaining("db/content/exchanges/two/exchange.yaml:2: exchange two needs an adapter")
                .hasMessageContaining("exchange.yaml:1: lies in a folder that cannot name an exchange: \"Three!\"");
    }

    private static void write(Path folder, String exchange, String yaml) throws IOException {
        var place =
                Files.createDirectories(folder.resolve("db/content/exchanges").resolve(exchange));
        Files.writeString(place.resolve("exchange.yaml"), yaml);
    }

    /// Breaks the small description and expects exactly one problem, on the line where `marker` begins.
    private static void expect(String from, String to, String marker, String sentence) {
        assertThat(SMALL).contains(from);
        var broken = SMALL.replace(from, to);
        assertThat(problems(broken)).containsExactly(at(broken, marker, sentence));
    }

    private static String at(String yaml, String marker, String sentence) {
        var index = yaml.indexOf(marker);
        assertThat(index).as("place of " + marker).isNotNegative();
        var line = 1 + yaml.substring(0, index).chars().filter(c -> c == '\n').count();
        return "small.yaml:" + line + ": " + sentence;
    }

    private static List<String> problems(String yaml) {
        var file = new ContentFile("small.yaml");
        var exchange = new ExchangeReader(file, TODAY, Set.of("small")).read(new ExchangeId("small"), yaml);
        assertThat(exchange.isPresent()).isEqualTo(file.problems().isEmpty());
        return file.problems().stream().map(ContentProblem::toString).toList();
    }

    private static String small() {
        try (InputStream yaml = CatalogueValidationTest.class.getResourceAsStream("/exchanges/small.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
