package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.verification.VerificationFixture.KEY;
import static dev.porteclef.verification.VerificationFixture.spot;
import static dev.porteclef.verification.VerificationFixture.testbourse;
import static dev.porteclef.verification.VerificationFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Verdict.Accepted;
import dev.porteclef.verification.Verdict.CredentialsRejected;
import dev.porteclef.verification.Verdict.MissingPermission;
import dev.porteclef.verification.Verdict.NonceConflict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How each case ends, check by check.
class VerificationsTest {

    private static final Given NONCE_SMALL = Given.of(500, "[\"error\",10114,\"nonce: small\"]");

    private final VerificationFixture fixture = new VerificationFixture(TestDatabase.H2);
    private final StagedBitfinex bitfinex = fixture.bitfinex;
    private final List<Check> progress = new ArrayList<>();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_good_key_passes_check_by_check() {
        var found = verify();
        assertThat(told(progress))
                .isEqualTo("FORMAT PASSED, REACHABLE RUNNING, REACHABLE PASSED, SIGNATURE PASSED, "
                        + "PERMISSIONS RUNNING, PERMISSIONS PASSED, BALANCE RUNNING, BALANCE PASSED(WALLETS_READ)");
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, PERMISSIONS PASSED, "
                        + "BALANCE PASSED(WALLETS_READ)");
        assertThat(found.verdict()).isEqualTo(new Accepted());
        assertThat(found.noVerdict()).isNull();
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.PROVEN);
        assertThat(found.balance()).isEqualTo(new Balance(1, 1));
        assertThat(found.at()).isEqualTo(fixture.clock.instant());
        assertThat(bitfinex.paths()).containsExactly(PERMISSIONS, WALLETS);
        assertThat(fixture.pauses).isEmpty();
    }

    @Test
    void a_key_that_can_withdraw_is_not_asked_for_its_balance() {
        bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]"));
        var found = verify();
        assertThat(found.isForbidden()).isTrue();
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, "
                        + "PERMISSIONS FAILED(REFUSED_FOR_WITHDRAWAL), BALANCE SKIPPED");
        assertThat(told(progress)).endsWith("PERMISSIONS FAILED(REFUSED_FOR_WITHDRAWAL), BALANCE SKIPPED");
        assertThat(bitfinex.paths()).containsExactly(PERMISSIONS);
    }

    @Test
    void a_missing_box_is_named_and_the_balance_still_read() {
        bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace("[\"orders\",1,1]", "[\"orders\",1,0]"));
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new MissingPermission());
        assertThat(found.comparison()).extracting(Comparison::missing).isEqualTo(List.of("orders.write"));
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, PERMISSIONS FAILED(BOXES_MISSING), "
                        + "BALANCE PASSED(WALLETS_READ)");
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.PROVEN);
    }

    @Test
    void without_the_wallets_box_both_answers_say_the_same() {
        bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace("[\"wallets\",1,0]", "[\"wallets\",0,0]"));
        bitfinex.answer(WALLETS, 500, "[\"error\",10001,\"api_key: permission invalid\"]");
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new MissingPermission());
        assertThat(told(found.checks())).endsWith("PERMISSIONS FAILED(BOXES_MISSING), BALANCE FAILED(BOXES_MISSING)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["history",1,0]  | ["history",0,0]                  | RECOMMENDED_MISSING | PROVEN
            ["settings",0,0] | ["settings",1,0]                 | MORE_THAN_NEEDED    | MORE_THAN_NEEDED
            ["bfxpay",0,0]   | ["eaas_brokerage",0,1]           | UNKNOWN_SCOPE       | CANNOT_BE_PROVEN
            ["bfxpay",0,0]   | ["never_heard",1,1],["x",1,0]    | UNKNOWN_SCOPE       | CANNOT_BE_PROVEN
            """)
    void lesser_findings_are_said_and_accepted(String usual, String found, Check.Note note, Harmlessness harmlessness) {
        bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace(usual, found));
        var verification = verify();
        assertThat(verification.verdict()).isEqualTo(new Accepted());
        assertThat(verification.harmlessness()).isEqualTo(harmlessness);
        assertThat(told(verification.checks())).contains("PERMISSIONS WARNED(" + note + ")");
    }

    @Test
    void an_account_without_funds_is_accepted_with_a_hint() {
        bitfinex.answer(WALLETS, 200, "[]");
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new Accepted());
        assertThat(told(found.checks())).endsWith("BALANCE WARNED(NO_FUNDED_WALLET)");
    }

    @Test
    void a_rejected_pair_ends_at_the_signature() {
        bitfinex.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: digest invalid\"]");
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new CredentialsRejected("10100"));
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE FAILED, PERMISSIONS SKIPPED, BALANCE SKIPPED");
        assertThat(bitfinex.asked()).hasSize(1);
        assertThat(fixture.pauses).isEmpty();
    }

    @Test
    void a_nonce_race_is_over_at_the_second_try() {
        bitfinex.answerInTurn(PERMISSIONS, NONCE_SMALL, Given.of(200, SPOT_RIGHTS));
        bitfinex.answerInTurn(WALLETS, NONCE_SMALL, Given.of(200, ONE_FUNDED_WALLET));
        assertThat(verify().verdict()).isEqualTo(new Accepted());
        assertThat(bitfinex.paths()).containsExactly(PERMISSIONS, PERMISSIONS, WALLETS, WALLETS);
        assertThat(fixture.pauses).hasSize(2);
        assertThat(bitfinex.asked())
                .extracting(StagedBitfinex.Asked::nonce)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_nonce_too_small_twice_is_a_conflict_and_never_a_reason_for_larger_units() {
        bitfinex.answer(PERMISSIONS, _ -> NONCE_SMALL);
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new NonceConflict("10114"));
        assertThat(told(found.checks())).contains("REACHABLE PASSED, SIGNATURE FAILED, PERMISSIONS SKIPPED");
        assertThat(bitfinex.asked())
                .hasSize(2)
                .allSatisfy(asked ->
                        assertThat(asked.nonce()).isBetween(fixture.clock.millis(), fixture.clock.millis() + 10));
        assertThat(fixture.pauses).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            429 | ["error",11010,"ratelimit: error"] | RATE_LIMITED
            500 | ["error",20060,"maintenance"]      | MAINTENANCE
            500 | ["error",11000,"ready: invalid"]   | TEMPORARY
            502 | <html>Bad gateway</html>           | NOT_ITS_ANSWER
            500 | ["error",10020,"limit: invalid"]   | OUR_FAULT
            500 | ["error",10001,"action: disabled"] | UNEXPECTED
            """)
    void without_a_verdict_nothing_is_said_about_the_key(int status, String body, Outcome outcome) {
        bitfinex.answer(PERMISSIONS, status, body);
        var found = verify();
        assertThat(found.verdict()).isNull();
        assertThat(found.noVerdict()).isEqualTo(outcome);
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
        assertThat(found.comparison()).isNull();
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE UNDECIDED, SIGNATURE SKIPPED, PERMISSIONS SKIPPED, "
                        + "BALANCE SKIPPED");
        assertThat(bitfinex.asked()).as("nothing is tried again").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            502 | <html>Bad gateway</html>           | NOT_ITS_ANSWER
            429 | ["error",11010,"ratelimit: error"] | RATE_LIMITED
            500 | ["error",10001,"action: disabled"] | UNEXPECTED
            """)
    void what_the_permissions_told_stays_told_when_the_balance_does_not_come(int status, String body, Outcome outcome) {
        bitfinex.answer(WALLETS, status, body);
        var found = verify();
        assertThat(found.verdict()).isNull();
        assertThat(found.noVerdict()).isEqualTo(outcome);
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.PROVEN);
        assertThat(found.granted()).isNotNull();
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, PERMISSIONS PASSED, "
                        + "BALANCE UNDECIDED");
        assertThat(bitfinex.asked()).hasSize(2);
    }

    @Test
    void a_key_deleted_between_the_two_questions_is_rejected() {
        bitfinex.answer(WALLETS, 500, "[\"error\",10100,\"apikey: invalid\"]");
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new CredentialsRejected("10100"));
        assertThat(told(found.checks())).endsWith("PERMISSIONS PASSED, BALANCE FAILED");
    }

    @Test
    void a_key_that_may_not_ask_for_its_rights_is_accepted_but_never_proven() {
        bitfinex.answer(PERMISSIONS, 500, "[\"error\",10001,\"api_key: permission invalid\"]");
        var found = verify();
        assertThat(found.verdict()).isEqualTo(new Accepted());
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, "
                        + "PERMISSIONS UNDECIDED(PERMISSION_QUESTION_REFUSED), BALANCE PASSED(WALLETS_READ)");
    }

    @Test
    void an_exchange_that_cannot_be_asked_proves_nothing_about_harm() {
        var found = fixture.verifications().verify(testbourse(TestbourseAdapter.ACCEPTED_PASSPHRASE), progress::add);
        assertThat(found.verdict()).isEqualTo(new Accepted());
        assertThat(found.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
        assertThat(told(found.checks()))
                .isEqualTo("FORMAT PASSED, REACHABLE PASSED, SIGNATURE PASSED, PERMISSIONS SKIPPED(CANNOT_BE_ASKED), "
                        + "BALANCE PASSED(WALLETS_READ)");
    }

    @Test
    void an_exchange_that_cannot_be_asked_can_still_reject() {
        var found = fixture.verifications().verify(testbourse("guess"), progress::add);
        assertThat(found.verdict()).isEqualTo(new CredentialsRejected("TB-7"));
        assertThat(told(found.checks())).contains("REACHABLE PASSED, SIGNATURE FAILED");
    }

    @Test
    void an_unusual_format_is_a_warning_and_the_exchange_decides() {
        var found = fixture.verifications().verify(spot("short"), progress::add);
        assertThat(told(found.checks())).startsWith("FORMAT WARNED(UNUSUAL_FORMAT), REACHABLE PASSED");
        assertThat(found.verdict()).isEqualTo(new Accepted());
    }

    @Test
    void every_check_shows_the_call_it_rests_on() {
        var found = verify();
        assertThat(found.checks())
                .extracting(check ->
                        check.evidence() == null ? "" : check.evidence().asked())
                .containsExactly(
                        "", "POST " + PERMISSIONS, "POST " + PERMISSIONS, "POST " + PERMISSIONS, "POST " + WALLETS);
    }

    private Verification verify() {
        return fixture.verifications().verify(spot(KEY), progress::add);
    }
}
