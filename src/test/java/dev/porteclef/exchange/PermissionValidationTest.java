package dev.porteclef.exchange;

import static dev.porteclef.exchange.SmallExchange.YAML;
import static dev.porteclef.exchange.SmallExchange.at;
import static dev.porteclef.exchange.SmallExchange.expect;
import static dev.porteclef.exchange.SmallExchange.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What has to hold for boxes, scopes and profiles, above all that nothing that takes money out can pass as harmless.
class PermissionValidationTest {

    @Test
    void aBoxIsCalledAfterScopeAndAccess() {
        var yaml = YAML.replace("id: payout.write", "id: payout.send");
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
    void scopesThatTakeMoneyOutAreNamed() {
        expect(
                "forbiddenScopes: [payout]",
                "forbiddenScopes: []",
                "forbiddenScopes",
                "exchange small names no scope that takes money out");
        expect("[payout]", "[payout, '']", "forbiddenScopes", "exchange small has an empty \"forbiddenScopes\"");
        var yaml = YAML.replace("forbiddenScopes: [payout]", "forbiddenScopes: payout");
        assertThat(problems(yaml))
                .contains(at(yaml, "forbiddenScopes", "exchange small has a \"forbiddenScopes\" that is no list"));
    }

    @Test
    void aBoxOfAForbiddenScopeIsForbidden() {
        var yaml = YAML.replace("        forbidden: true\n", "");
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
    void oneProfileIsMoreThanAnAddOn() {
        expect(
                "- id: trader",
                "- id: trader\n    addOn: true",
                "profiles:",
                "exchange small has no profile that is more than an add-on");
    }
}
