package dev.porteclef.exchange;

import static dev.porteclef.exchange.SmallExchange.YAML;
import static dev.porteclef.exchange.SmallExchange.at;
import static dev.porteclef.exchange.SmallExchange.expect;
import static dev.porteclef.exchange.SmallExchange.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds for every part of an exchange's description. Each test breaks a faultless one in one place and expects to
/// be told where.
class CatalogueValidationTest {

    @Test
    void aFaultlessDescriptionIsRead() {
        var file = new ContentFile("small.yaml");
        var exchange =
                new ExchangeReader(file, SmallExchange.TODAY, Set.of("small")).read(new ExchangeId("small"), YAML);
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
        assertThat(problems(YAML.replace("name: Small", "nome: Small")))
                .containsExactly(
                        "small.yaml:1: exchange small has no \"name\"",
                        "small.yaml:1: exchange small has an unknown key \"nome\"");
        assertThat(problems(YAML.replace("maxListedAddresses: 4", "maxListedAddresses: four")))
                .containsExactly("small.yaml:6: exchange small has a \"maxListedAddresses\" that is no number: four");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        var yaml = YAML.replace(", fr: \"Région\"", "")
                .replace("access: write", "access: append")
                .replace("errorBody: false", "errorBody: no");
        assertThat(problems(yaml))
                .hasSizeGreaterThanOrEqualTo(4)
                .isSortedAccordingTo((left, right) -> Integer.compare(
                        Integer.parseInt(left.split(":", 3)[1]), Integer.parseInt(right.split(":", 3)[1])));
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(problems(YAML.replace("name: Small", "name: [Small")))
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
        var fact = YAML.substring(YAML.indexOf("  - id: region"), YAML.indexOf("credentials:"));
        var twice = YAML.replace("credentials:", fact + "credentials:");
        assertThat(problems(twice)).containsExactly("small.yaml:14: fact region is there twice");
        expect("name: secret", "name: key", "name: key\n    kind: secret", "credential field key is there twice");
        var program = YAML.substring(YAML.indexOf("  - id: any"), YAML.indexOf("sections:"));
        var two = YAML.replace("sections:", program.replace("Any program", "Another") + "sections:");
        assertThat(problems(two))
                .containsExactly(
                        SmallExchange.at(two, "id: any\n    name: { en: \"Another", "program any is there twice"));
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
        var secret = YAML.substring(YAML.indexOf("  - name: secret"), YAML.indexOf("forbiddenScopes:"));
        expect(secret, "", "credentials:", "exchange small needs a credential field beside the key");
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
                "asOf: 2026-11-19",
                "asOf: 19/11/2026",
                "asOf",
                "fact region has a \"asOf\" that is no day like 2026-11-20: 19/11/2026");
    }

    @Test
    void aBoxSeenInTheFutureIsAProblem() {
        var yaml = YAML.replaceFirst("seenOn: 2026-11-18", "seenOn: 2026-12-24");
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
}
