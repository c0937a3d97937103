package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.KeyModel.Answer;
import dev.porteclef.key.KeyModel.Nature;
import dev.porteclef.key.KeyModel.Stage;
import dev.porteclef.verification.Cause;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// No verdict is invented: whatever the portal says of a key rests on an answer that the exchange has given.
final class KeyEvidence {

    /// What the record calls a check, whatever came of it.
    static final Set<String> ACTS =
            Set.of("KEY_CONNECTED", "KEY_REFUSED", "KEY_CHECKED", "VERDICT_CHANGED", "KEY_REVOKED");

    private final Jdbi jdbi;
    private final KeyExchange exchange;

    KeyEvidence(Jdbi jdbi, KeyExchange exchange) {
        this.jdbi = jdbi;
        this.exchange = exchange;
    }

    /// Public for Jdbi's sake, within a class that is not.
    public record CheckRow(
            Instant at, @Nullable String verdict, @Nullable String noVerdict, String harmlessness, String report) {}

    /// @param answer what the exchange had said, by the hash that was kept of it
    private record Checked(CheckRow row, Answer answer) {}

    /// Holds the stored checks of a key against what the exchange said, and what the portal says of it against both.
    ///
    /// @return how many checks are stored
    int assertOf(ExchangeKey key, int number) {
        var name = "%s %d, %s".formatted(Nature.of(number), number, Stage.of(key));
        var checks = rows(key).stream()
                .map(row -> new Checked(row, answer(KeyReport.read(row.report()), name)))
                .toList();
        assertThat(checks).as("checks of %s", name).isNotEmpty();
        for (var answer : Answer.values()) {
            assertThat(checks.stream().filter(check -> check.answer() == answer).count())
                    .as("checks of %s that say %s", name, answer)
                    .isLessThanOrEqualTo(Collections.frequency(exchange.given(number), answer));
        }
        checks.forEach(check -> assertRead(check, name));
        assertState(key, checks, name);
        assertLife(key, checks, name);
        return checks.size();
    }

    private List<CheckRow> rows(ExchangeKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select at, verdict, no_verdict, harmlessness, report
                        from key_check
                        where key_id = :id
                        order by at
                        """)
                .bind("id", key.id())
                .map(ConstructorMapper.of(CheckRow.class))
                .list());
    }

    private static Answer answer(KeyReport report, String name) {
        var hashes = report.checks().stream()
                .map(Check::evidence)
                .filter(Objects::nonNull)
                .map(evidence -> evidence.answerHash())
                .toList();
        var answers = Stream.of(Answer.values())
                .filter(answer -> hashes.contains(KeyExchange.hash(answer)))
                .toList();
        assertThat(answers).as("answers about rights in one check of %s", name).hasSize(1);
        return answers.getFirst();
    }

    /// The answer is read for what it says.
    private static void assertRead(Checked check, String name) {
        var row = check.row();
        var comparison = KeyReport.read(row.report()).comparison();
        assertThat(row.verdict()).as(name).isEqualTo(verdict(check.answer(), comparison));
        assertThat(row.noVerdict())
                .as(name)
                .isEqualTo(check.answer() == Answer.NOTHING ? Outcome.NOT_ITS_ANSWER.name() : null);
        assertThat(row.harmlessness()).as(name).isEqualTo(harmlessness(comparison));
        assertThat(row.harmlessness().equals(Harmlessness.FORBIDDEN.name()))
                .as("%s is able to withdraw", name)
                .isEqualTo(check.answer() == Answer.ABLE_TO_WITHDRAW);
    }

    private static @Nullable String verdict(Answer answer, @Nullable Comparison comparison) {
        return switch (answer) {
            case FINE -> Objects.requireNonNull(comparison).verdict().kind().name();
            case ABLE_TO_WITHDRAW -> Verdict.Kind.ACCEPTED.name();
            case REFUSED -> Verdict.Kind.CREDENTIALS_REJECTED.name();
            case NOTHING -> null;
        };
    }

    private static String harmlessness(@Nullable Comparison comparison) {
        return (comparison == null ? Harmlessness.CANNOT_BE_PROVEN : comparison.harmlessness()).name();
    }

    /// What the key says of itself is what one of its checks has found, read for the strategy it has now.
    private static void assertState(ExchangeKey key, List<Checked> checks, String name) {
        assertThat(checks).as(name).anyMatch(check -> check.row().at().equals(key.checkedAt()));
        var said = key.report();
        var answer = answer(said, name);
        var granted = said.granted();
        var comparison = granted == null ? null : Comparison.of(RealExchanges.bitfinex(), key.strategy(), granted);
        assertThat(key.verdict() == null ? null : key.verdict().name()).as(name).isEqualTo(verdict(answer, comparison));
        assertThat(key.harmlessness().name()).as(name).isEqualTo(harmlessness(comparison));
        if (key.verdict() == null) {
            assertThat(checks).as(name).allMatch(check -> check.answer() == Answer.NOTHING);
        } else {
            assertThat(checks)
                    .as(name)
                    .anyMatch(check ->
                            check.answer() == answer && check.row().at().equals(key.verdictAt()));
        }
    }

    /// A key that was seen able to withdraw is out of use, and one on its way out ends with the first
    /// refusal that means it.
    private static void assertLife(ExchangeKey key, List<Checked> checks, String name) {
        var stage = Stage.of(key);
        assertThat(checks.stream().anyMatch(check -> check.answer() == Answer.ABLE_TO_WITHDRAW))
                .as("%s was seen able to withdraw", name)
                .isEqualTo(stage == Stage.FOUND_OUT || stage == Stage.REFUSED);
        if (stage == Stage.REVOKED) {
            assertThat(key.verdict()).as(name).isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);
        }
        if (stage.isOnItsWayOut()) {
            assertThat(checks)
                    .as(name)
                    .noneMatch(check -> check.answer() == Answer.REFUSED
                            && check.row().at().isAfter(key.standing().since())
                            && saysGone(KeyReport.read(check.row().report())));
        }
    }

    private static boolean saysGone(KeyReport report) {
        var cause = Objects.requireNonNull(report.diagnosis()).first().cause();
        return cause != Cause.ADDRESS_NOT_LISTED && cause != Cause.NOT_THIS_KEY;
    }
}
