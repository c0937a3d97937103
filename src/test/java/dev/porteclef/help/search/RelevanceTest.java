package dev.porteclef.help.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.porteclef.help.search.Relevance.Half;
import dev.porteclef.help.search.Relevance.Question;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether people find what they ask for at once. Only the misses of the half that the search was tuned with are told;
/// of the others the mean alone, lest somebody tunes with them (decision 0023).
class RelevanceTest {

    private static final double WANTED = 0.9;

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_questions_it_was_tuned_with_are_answered(Language language) {
        var index = RealContent.index(language);
        var questions = Relevance.questions(language, Half.TUNING);
        assertThat(questions).hasSize(40);
        assertThat(mean(index, questions)).as(misses(index, questions)).isGreaterThanOrEqualTo(WANTED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void held_out_questions_are_answered(Language language) {
        var questions = Relevance.questions(language, Half.HELD_OUT);
        assertThat(questions).isNotEmpty();
        assertThat(mean(RealContent.index(language), questions)).isGreaterThanOrEqualTo(WANTED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fresh_questions_are_answered(Language language) {
        var questions = Relevance.fresh(language);
        assumeThat(questions).isNotEmpty();
        assertThat(mean(RealContent.index(language), questions)).isGreaterThanOrEqualTo(WANTED);
    }

    private static double mean(SearchIndex index, List<Question> questions) {
        return Relevance.meanReciprocalRank(questions, (question, most) -> families(index, question, most));
    }

    private static List<String> families(SearchIndex index, String question, int most) {
        return index.search(question, SearchFilter.NONE, most).stream()
                .map(Relevance::family)
                .toList();
    }

    private static String misses(SearchIndex index, List<Question> questions) {
        return questions.stream()
                .filter(question -> Relevance.reciprocalRank(question, families(index, question.text(), 10)) < 1)
                .map(question -> question + " found " + families(index, question.text(), 3))
                .collect(Collectors.joining("\n"));
    }
}
