package dev.porteclef.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/// Real loggers of Logback with the encoders that the portal is configured with; what they write is looked at.
class RedactionTest {

    private static final String CANARY = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    /// The two formats: for people in the demo, for machines in production.
    enum Format {
        LINES {
            @Override
            Encoder<ILoggingEvent> encoder(LoggerContext logs) {
                var encoder = new PatternLayoutEncoder();
                encoder.setContext(logs);
                encoder.setPattern("%d %-5level [%thread] %logger %X : %m%n%ex");
                return encoder;
            }
        },
        JSON {
            @Override
            Encoder<ILoggingEvent> encoder(LoggerContext logs) {
                logs.putObject(Environment.class.getName(), new MockEnvironment());
                var encoder = new StructuredLogEncoder();
                encoder.setContext(logs);
                encoder.setFormat("ecs");
                return encoder;
            }
        };

        abstract Encoder<ILoggingEvent> encoder(LoggerContext logs);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_credential_is_in_no_line_however_it_came_there(Format format) {
        var written = written(format, log -> {
            MDC.put("request", "key " + CANARY);
            log.info("in the message {}", CANARY);
            log.info(CANARY);
            log.warn("in the argument {} of {}", CANARY, UUID.fromString("3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69"));
            log.error(
                    "in an exception",
                    new IllegalStateException(
                            "outer\n" + CANARY,
                            new IllegalArgumentException(
                                    "inner \"" + CANARY + "\"", suppressed("\t" + CANARY + "\n"))));
            log.info("password=hunter2 and {\"apiSecret\":\"swordfish\"}, Authorization: Bearer short");
            log.info("-----BEGIN PRIVATE KEY-----\nMIGH\nAgEA\n-----END PRIVATE KEY-----");
        });

        assertThat(written)
                .doesNotContain(CANARY, CANARY.substring(1, 42), "hunter2", "swordfish", "short", "MIGH", "AgEA")
                .contains(Redaction.MARK)
                .contains("in the message", "in the argument", "in an exception")
                .contains("3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69", "IllegalArgumentException", "RedactionTest");
        if (format == Format.JSON) {
            assertThat(written.lines())
                    .hasSize(6)
                    .allSatisfy(line -> assertThat(
                                    JsonMapper.shared().readTree(line).has("message"))
                            .isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void without_the_redaction_it_would_be_there(Format format) {
        var logs = logs();
        var out = new ByteArrayOutputStream();
        logs.getLogger("ROOT").addAppender(appender(format, logs, out));
        logs.getLogger("test").info("in the message {}", CANARY);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains(CANARY);
    }

    @Test
    void what_chance_wrote_is_recognised_in_every_usual_way_of_writing() {
        var random = new Random(20_261_121);
        IntStream.range(0, 2_000).forEach(_ -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            assertThat(Redaction.of(
                            "x " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + " y"))
                    .isEqualTo("x [REDACTED] y");
            assertThat(Redaction.of("x=" + Base64.getEncoder().encodeToString(bytes)))
                    .isEqualTo("x=[REDACTED]");
            var encoded = encoded(Base64.getEncoder().encodeToString(bytes));
            assertThat(Redaction.of("&x=" + encoded + "&y=1")).isEqualTo("&x=[REDACTED]&y=1");
            assertThat(Redaction.of(encoded(encoded))).isEqualTo(Redaction.MARK);
            assertThat(Redaction.of(HexFormat.of().formatHex(bytes))).isEqualTo(Redaction.MARK);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Watching key 3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69 failed",
                "GET /en/keys/3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69/journal",
                "at org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter.doFilter(F.java:149)",
                "at dev.porteclef.operation.BackupDrillTest$$Lambda.backUpPortalsAtWork(BackupDrillTest.java:52)",
                "/home/somebody/porteclef/data/porteclef.mv.db is in use",
                "set PORTECLEF_DB_USER and PORTECLEF_DB_PASSWORD, or PORTECLEF_OUTGOING_ADDRESSES",
                "2026-11-21T20:33:49.123456789+01:00 find-unwatched-keys took PT0.123S",
                "execution picked, pickedBy=node-3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69",
                "at dev.porteclef.watch.KeyWatch$$Lambda/0x00007f8c3c0a1b20.run(Unknown Source)",
                "GET /en/signin?next=https%3A%2F%2Fportal.example%2Fen%2Fkeys%2F3f2b8c1e-0d4a-4b6f-9a7c-1e2d3c4b5a69",
                "invalid password: the server said that it is wrong",
                "unexpected token: expected a name, got a number",
                "{\"password\":null,\"token\":false}",
                "{\"message\":\"no token: \",\"level\":\"INFO\"}",
                "{\"message\":\"token=\"}",
                "L'échange ne répond pas : anticonstitutionnellement"
            })
    void words_ids_paths_and_places_stay(String line) {
        assertThat(Redaction.of(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization=[Bearer abcdef] | Authorization=[REDACTED]",
                "{Authorization=[Bearer abcdef, Basic ghi], Accept=[*/*]} | {Authorization=[REDACTED], Accept=[*/*]}",
                "Cookie=[\"a\", \"b\"], x | Cookie=[REDACTED], x",
                "secret=ab,cd | secret=[REDACTED]",
                "secret=ab;cd)ef | secret=[REDACTED]",
                "url?token=abc&user=bob | url?token=[REDACTED]&user=bob",
                "Pair(secret=abc,label=mine) | Pair(secret=[REDACTED],label=mine)",
                "(password=abc), (label=mine) | (password=[REDACTED]), (label=mine)",
                "password: hunter2 | password: [REDACTED]",
                "password: theatre | password: [REDACTED]",
                "password=\"correct horse\" is wrong | password=[REDACTED] is wrong",
                "password='correct horse' is wrong | password=[REDACTED] is wrong",
                "{\"password\":\"correct \\\" horse\",\"a\":1} | {\"password\":\"[REDACTED]\",\"a\":1}",
                "{\"token\":12345,\"password\":null} | {\"token\":\"[REDACTED]\",\"password\":null}",
                "{\"token\": [\"ab\", 3], \"a\":1} | {\"token\": \"[REDACTED]\", \"a\":1}",
            })
    void what_a_name_announces_is_replaced_as_a_whole_and_nothing_beside_it(String line, String redacted) {
        assertThat(Redaction.of(line)).isEqualTo(redacted);
        assertThat(Redaction.of(redacted)).isEqualTo(redacted);
        // Whatever a line holds, the JSON whose message it is stays JSON.
        var json = JsonMapper.shared();
        var event = Redaction.of(json.writeValueAsString(java.util.Map.of("message", line)));
        assertThat(json.readTree(event).get("message").asString()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x%s", "password=%s", "password=\"%s\"", "{\"token\":\"%s\"}", "token=[%s]"})
    void a_line_may_be_as_long_as_it_likes(String line) {
        for (var part : List.of("aB3", "%2B", "\\\\", "\\\"", "a,b", "a ")) {
            assertThatNoException().isThrownBy(() -> Redaction.of(line.replace("%s", part.repeat(100_000))));
        }
        assertThat(Redaction.of(line.replace("%s", "aB3".repeat(100_000))))
                .contains(Redaction.MARK)
                .hasSizeLessThan(30);
    }

    @Test
    void an_appender_behind_another_is_redacted_too_and_none_twice() {
        var logs = logs();
        var inner = appender(Format.LINES, logs, new ByteArrayOutputStream());
        var outer = new AsyncAppenderBase<ILoggingEvent>();
        outer.addAppender(inner);
        logs.getLogger("ROOT").addAppender(outer);

        RedactedLogs.redact(logs);
        var redacting = inner.getEncoder();
        RedactedLogs.redact(logs);

        assertThat(redacting).isInstanceOf(Redacting.class).isSameAs(inner.getEncoder());
    }

    @Test
    void an_appender_that_sends_events_past_the_redaction_is_warned_of_by_name() {
        var logs = logs();
        var open = new ListAppender<ILoggingEvent>();
        open.setName("elsewhere");
        open.setContext(logs);
        open.start();
        logs.getLogger("ROOT").addAppender(appender(Format.LINES, logs, new ByteArrayOutputStream()));
        logs.getLogger("ROOT").addAppender(open);

        RedactedLogs.redact(logs);

        assertThat(open.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getFormattedMessage()).contains("elsewhere", "ListAppender", "not redacted"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Exception suppressed(String message) {
        var failure = new IllegalStateException("with a suppressed one");
        failure.addSuppressed(new IllegalStateException(message));
        return failure;
    }

    private static String written(Format format, java.util.function.Consumer<org.slf4j.Logger> acts) {
        var logs = logs();
        var out = new ByteArrayOutputStream();
        logs.getLogger("ROOT").addAppender(appender(format, logs, out));
        RedactedLogs.redact(logs);
        try {
            acts.accept(logs.getLogger("dev.porteclef.test"));
        } finally {
            MDC.clear();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static LoggerContext logs() {
        var logs = new LoggerContext();
        logs.setMDCAdapter(MDC.getMDCAdapter());
        return logs;
    }

    private static OutputStreamAppender<ILoggingEvent> appender(
            Format format, LoggerContext logs, ByteArrayOutputStream out) {
        var encoder = format.encoder(logs);
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(logs);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        return appender;
    }
}
