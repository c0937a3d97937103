package dev.porteclef.help.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of a question that found nothing: little, and nothing that tells who asked.
class MissedQuestionsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final SearchIndex index = Samples.index(
            Language.ENGLISH,
            Samples.withCodes(
                    Samples.article("10114", "Nonce small", "A key and its margin.", "in 72 hours"), "10114"));

    /// The service on one database.
    private final class Desk {

        private final TestDatabase.Fresh database;
        private final MissedQuestions missed;

        private Desk(TestDatabase kind) {
            database = kind.fresh();
            missed = new MissedQuestions(database.jdbi(), clock);
        }

        private void ask(String question) {
            missed.note(Language.ENGLISH, question, index::words, index::known);
        }

        private List<MissedQuestion> missed(Language language) {
            return missed.since(language, LONG_AGO, 50);
        }

        private List<String> kept() {
            return missed(Language.ENGLISH).stream()
                    .map(MissedQuestion::question)
                    .toList();
        }

        private int rows(String table) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                            .mapTo(Integer.class)
                            .one());
        }

        private void forget() {
            missed.forget();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void known_words_are_kept_and_counted(TestDatabase kind) {
        var desk = new Desk(kind);
        desk.ask("Nonce key??");
        desk.ask("nonce KEY");
        assertThat(desk.missed(Language.ENGLISH))
                .containsExactly(new MissedQuestion("nonce key", 2, LocalDate.of(2026, 11, 30)));
        assertThat(desk.missed(Language.FRENCH)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void addresses_names_numbers_and_tokens_are_not(TestDatabase kind) {
        var desk = new Desk(kind);
        for (var day = 0; day < 5; day++) {
            desk.ask("nonce jane.doe@example.org Dupont 4711 72 a8f5f167f44f4964e6c998dee827110c key 06-12-34-56-78");
            clock.turnBy(Duration.ofDays(1));
        }
        assertThat(desk.kept()).containsExactly("nonce key");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_code_is_kept(TestDatabase kind) {
        var desk = new Desk(kind);
        desk.ask("10114 10115");
        assertThat(desk.kept()).containsExactly("10114");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_unknown_word_shows_on_its_third_day_and_alone(TestDatabase kind) {
        var desk = new Desk(kind);
        desk.ask("staking key");
        desk.ask("staking key");
        clock.turnBy(Duration.ofDays(1));
        desk.ask("staking nonce");
        assertThat(desk.kept()).containsExactlyInAnyOrder("key", "nonce");
        clock.turnBy(Duration.ofDays(1));
        desk.ask("staking");
        assertThat(desk.kept()).containsExactlyInAnyOrder("key", "nonce", "staking");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_older_than_half_a_year_is_deleted(TestDatabase kind) {
        var desk = new Desk(kind);
        desk.ask("nonce xylophone");
        clock.turnBy(Duration.ofDays(MissedQuestions.KEPT));
        desk.forget();
        assertThat(desk.kept()).containsExactly("nonce");
        clock.turnBy(Duration.ofDays(1));
        desk.forget();
        assertThat(desk.kept()).isEmpty();
        assertThat(desk.rows("help_unknown_word")).isZero();
    }
}
