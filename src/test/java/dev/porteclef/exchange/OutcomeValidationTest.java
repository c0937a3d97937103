package dev.porteclef.exchange;

import static dev.porteclef.exchange.SmallExchange.YAML;
import static dev.porteclef.exchange.SmallExchange.at;
import static dev.porteclef.exchange.SmallExchange.expect;
import static dev.porteclef.exchange.SmallExchange.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What has to hold for the table of outcomes, above all that nothing but the exchange's own word blames a key.
class OutcomeValidationTest {

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
        var yaml = YAML.substring(0, YAML.indexOf("  - errorBody: true\n    outcome: unexpected"))
                + "  - outcome: unexpected\n";
        assertThat(problems(yaml)).isEmpty();
    }

    @Test
    void aRowBelowTheLastOnesIsAProblem() {
        var yaml = YAML + "  - status: [503]\n    outcome: maintenance\n";
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
}
