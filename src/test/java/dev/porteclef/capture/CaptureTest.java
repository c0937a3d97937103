package dev.porteclef.capture;

import static dev.porteclef.capture.CaptureFixture.KEY;
import static dev.porteclef.capture.CaptureFixture.PAIR;
import static dev.porteclef.capture.CaptureFixture.SECRET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Asked;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs of the tool against a server in the exchange's place.
class CaptureTest {

    @TempDir
    private Path folder;

    private CaptureFixture capture;

    @BeforeEach
    void start() {
        capture = new CaptureFixture(folder.resolve("captures"));
    }

    @AfterEach
    void stop() {
        capture.close();
    }

    @Test
    void asks_what_a_check_asks_each_once_and_with_rising_milliseconds() {
        var before = System.currentTimeMillis();
        assertThat(capture.run(PAIR)).isZero();
        assertThat(capture.staged.paths()).containsExactly(PERMISSIONS, WALLETS);
        assertThat(capture.staged.asked()).extracting(Asked::method).containsOnly("POST");
        assertThat(capture.staged.asked())
                .extracting(asked -> asked.header("bfx-apikey"))
                .containsOnly(KEY);
        var nonces = capture.staged.asked().stream().map(Asked::nonce).toList();
        assertThat(nonces).isSorted().doesNotHaveDuplicates();
        assertThat(nonces).allSatisfy(nonce -> assertThat(nonce).isBetween(before, before + 3_600_000));
    }

    @Test
    void writes_a_file_a_call_that_says_what_came_and_what_is_made_of_it() {
        capture.staged.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: digest invalid\"]");
        assertThat(capture.run(PAIR, "--scenario", "ip-not-listed")).isZero();
        assertThat(capture.files())
                .extracting(file -> file.getFileName().toString().replaceFirst("^[0-9T.]{19}Z", ""))
                .containsExactly("-ip-not-listed-1-permissions.json", "-ip-not-listed-2-balance.json");
        var first = capture.json(0);
        assertThat(first.path("form").asInt()).isEqualTo(1);
        assertThat(first.path("exchange").asString()).isEqualTo("bitfinex");
        assertThat(first.path("scenario").asString()).isEqualTo("ip-not-listed");
        assertThat(first.path("call").path("asked").asString()).isEqualTo("POST " + PERMISSIONS);
        assertThat(first.path("call").path("nonce").asString()).isEqualTo("new");
        assertThat(first.path("credentials").path("apiKey").asInt()).isEqualTo(43);
        assertThat(first.path("answer").path("status").asInt()).isEqualTo(500);
        assertThat(first.path("answer").path("kind").asString()).isEqualTo("JSON");
        assertThat(first.path("answer").path("body")).hasToString("[\"error\",10100,\"apikey: digest invalid\"]");
        assertThat(first.path("answer").path("headers").has("content-length")).isTrue();
        assertThat(first.path("answer").path("headers").has("date")).isFalse();
        assertThat(first.path("read").path("code").asString()).isEqualTo("10100");
        assertThat(first.path("read").path("outcome").asString()).isEqualTo("CREDENTIALS_REJECTED");
        assertThat(capture.json(1).path("read").path("outcome").asString()).isEqualTo("OK");
    }

    @Test
    void shows_a_table() {
        capture.staged.answer(WALLETS, 500, "[\"error\",10001,\"api_key: permission invalid\"]");
        capture.run(PAIR, "--scenario", "permission-missing");
        assertThat(capture.output().replaceAll(" {2,}", "  "))
                .contains("scenario permission-missing")
                .contains("call  status  code  text  outcome  took")
                .containsPattern("1  permissions  200  -  -  OK  [0-9]+ ms")
                .containsPattern("2  balance  500  10001  api_key: permission invalid  PERMISSION_MISSING  [0-9]+ ms");
    }

    @Test
    void says_beforehand_what_a_call_does_to_other_programs_and_what_to_set_up() {
        capture.run(PAIR, "--scenario", "deleted");
        assertThat(capture.errors().replaceAll("\\s+", " "))
                .contains("Beforehand: Run key-good, delete the key")
                .contains("- An XChange program (Java): XChange counts its nonces far lower than we do");
    }

    @Test
    void only_the_owner_may_read_the_files() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        capture.run(PAIR);
        assertThat(capture.files()).hasSize(2);
        for (var file : capture.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void asks_a_person_unseen_and_a_pipe_in_silence() {
        var labels = new ArrayList<String>();
        var typed = new ArrayDeque<>(List.of(" " + KEY + " ", SECRET));
        var buffers = new ArrayList<char[]>();
        var code = capture.run(label -> {
            labels.add(label);
            var line = typed.remove().toCharArray();
            buffers.add(line);
            return line;
        });
        assertThat(code).isZero();
        assertThat(labels).containsExactly("API key", "API secret");
        assertThat(buffers).allSatisfy(buffer -> assertThat(buffer).containsOnly('\0'));
        assertThat(capture.staged.asked().getFirst().header("bfx-apikey")).isEqualTo(KEY);
        capture.run(PAIR);
        assertThat(capture.output() + capture.errors())
                .doesNotContain("API key")
                .doesNotContain("API secret");
    }

    @Test
    void outer_space_and_other_line_ends_do_no_harm() {
        assertThat(capture.run("  " + KEY + "\t\r\n" + SECRET + " \r\n\r\n")).isZero();
        assertThat(capture.staged.asked().getFirst().header("bfx-apikey")).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                KEY,
                KEY + "\n",
                KEY + "\n\n" + SECRET,
                "\n" + PAIR,
                KEY + "\n" + KEY + "\n",
                PAIR + "and more\n",
                "two words\n" + SECRET + "\n",
                "clé\n" + SECRET + "\n",
                "a\u0000b\n" + SECRET + "\n",
                "\u200b" + PAIR,
            })
    void input_that_cannot_be_used_is_refused_in_one_sentence_and_nothing_is_sent(String input) {
        assertThat(capture.run(input)).isEqualTo(2);
        assertThat(capture.staged.asked()).isEmpty();
        assertThat(capture.files()).isEmpty();
        assertThat(capture.errors()).hasLineCount(1).endsWith("nothing was sent.\n");
        assertThat(capture.errors()).doesNotContain(KEY).doesNotContain(SECRET);
    }

    @Test
    void input_without_an_end_is_refused() {
        assertThat(capture.run("x".repeat(501) + "\n" + SECRET)).isEqualTo(2);
        assertThat(capture.run("x".repeat(50_000))).isEqualTo(2);
        assertThat(capture.staged.asked()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_before_anything_is_sent() throws IOException {
        Files.writeString(folder.resolve("captures"), "not a folder");
        assertThat(capture.run(PAIR)).isEqualTo(2);
        assertThat(capture.staged.asked()).isEmpty();
    }

    @Test
    void a_scenario_nobody_knows_is_refused_unless_it_is_marked_as_ones_own() {
        assertThat(capture.run(PAIR, "--scenario", "nonce-reusd")).isEqualTo(2);
        assertThat(capture.errors()).contains("nonce-reused").doesNotContain("reusd");
        assertThat(capture.staged.asked()).isEmpty();
        assertThat(capture.run(PAIR, "--scenario", "own-new-body")).isZero();
        assertThat(capture.files().getFirst().toString()).contains("-own-new-body-1-");
    }

    @Test
    void where_nobody_answers_it_ends_with_75_and_tells_so() {
        capture.staged.close();
        assertThat(capture.run(PAIR)).isEqualTo(75);
        assertThat(capture.json(0).path("answer").isNull()).isTrue();
        assertThat(capture.json(0).path("failure").asString()).isEqualTo("NOT_CONNECTED");
        assertThat(capture.json(0).path("read").path("outcome").asString()).isEqualTo("UNREACHABLE");
        assertThat(capture.output()).contains("NOT_CONNECTED");
    }

    @Test
    void a_repeated_nonce_is_sent_on_purpose() {
        capture.staged.answerInTurn(
                PERMISSIONS, Given.of(200, "[[\"orders\",1,1]]"), Given.of(500, "[\"error\",10114,\"nonce: small\"]"));
        assertThat(capture.run(PAIR, "--scenario", "nonce-reused")).isZero();
        var asked = capture.staged.asked();
        assertThat(capture.staged.paths()).containsExactly(PERMISSIONS, PERMISSIONS, WALLETS);
        assertThat(asked.get(1).nonce()).isEqualTo(asked.get(0).nonce());
        assertThat(asked.get(2).nonce()).isGreaterThan(asked.get(1).nonce());
        assertThat(capture.json(1).path("call").path("nonce").asString()).isEqualTo("repeated");
        assertThat(capture.output()).contains("A nonce that was used is refused as too small.");
    }

    @Test
    void a_wrong_signature_settles_the_order_of_the_checks_and_the_counter() {
        capture.staged.answerInTurn(
                PERMISSIONS,
                Given.of(200, "[[\"orders\",1,1]]"),
                Given.of(500, "[\"error\",10114,\"nonce: small\"]"),
                Given.of(500, "[\"error\",10100,\"apikey: invalid\"]"),
                Given.of(200, "[[\"orders\",1,1]]"));
        assertThat(capture.run(PAIR, "--scenario", "wrong-signature")).isZero();
        var asked = capture.staged.asked();
        assertThat(asked).hasSize(4);
        assertThat(asked.get(1).nonce()).isEqualTo(asked.get(0).nonce());
        assertThat(asked.get(1).header("bfx-signature"))
                .isNotEqualTo(asked.get(0).header("bfx-signature"));
        assertThat(asked.get(2).nonce()).isGreaterThan(asked.get(1).nonce());
        assertThat(asked.get(3).nonce()).isEqualTo(asked.get(2).nonce());
        assertThat(asked.get(3).header("bfx-signature"))
                .isNotEqualTo(asked.get(2).header("bfx-signature"));
        assertThat(asked).allSatisfy(each -> assertThat(each.path()).isEqualTo(PERMISSIONS));
        assertThat(capture.output())
                .contains("The nonce is looked at before the signature")
                .contains("A call refused for its signature does not use its nonce up.");
    }

    @Test
    void what_the_answers_leave_open_is_not_settled() {
        capture.staged.answer(PERMISSIONS, 502, "<html></html>");
        capture.run(PAIR, "--scenario", "wrong-signature");
        assertThat(capture.output()).contains("do not settle").doesNotContain("looked at before");
    }

    @Test
    void scopes_that_the_content_does_not_know_are_named() {
        capture.staged.answer(PERMISSIONS, 200, "[[\"orders\",1,1],[\"new_scope\",0,1],[\"Odd1\",0,0]]");
        capture.run(PAIR);
        assertThat(capture.json(0).path("answer").path("body"))
                .hasToString("[[\"orders\",1,1],[\"<text>\",0,1],[\"<text>\",0,0]]");
        assertThat(capture.json(0).path("read").path("unknownScopes")).hasToString("[\"<text>\",\"new_scope\"]");
        assertThat(capture.output()).contains("does not know: new_scope");
    }

    @Test
    void the_fields_are_those_of_the_exchange_and_a_call_it_does_not_know_is_left_out() {
        var pem = "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----";
        var input = "tb-123456\nsigning-secret\nopen sesame, 42 times\n" + pem + "\n";
        assertThat(capture.run(input, "--exchange", "testbourse")).isZero();
        assertThat(capture.files()).singleElement().asString().endsWith("-unlabelled-1-balance.json");
        assertThat(capture.json(0).path("credentials")).hasToString("{\"keyId\":9,\"secret\":14}");
        assertThat(capture.run("tb-123456\nsigning-secret\nopen\n-----BEGIN\nMII\n", "--exchange", "testbourse"))
                .isEqualTo(2);
    }

    @Test
    void the_list_tells_every_case_and_how_to_bring_it_about() {
        assertThat(capture.run("", "--list")).isZero();
        assertThat(CaptureContent.of(dev.porteclef.exchange.bitfinex.StagedBitfinex.ID)
                        .scenarios())
                .isNotEmpty()
                .allSatisfy(scenario -> {
                    assertThat(scenario.name()).matches("[a-z]{2,12}(-[a-z]{2,12}){0,3}");
                    assertThat(capture.output()).contains("\n" + scenario.name() + "\n");
                    assertThat(scenario.settles()).endsWith(".");
                    assertThat(scenario.setup()).endsWith(".");
                })
                .extracting(CaptureContent.Scenario::name)
                .doesNotHaveDuplicates();
        assertThat(capture.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(121));
    }
}
