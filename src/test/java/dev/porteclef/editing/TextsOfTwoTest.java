package dev.porteclef.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.editing.Differences.Kind;
import dev.porteclef.editing.Differences.Piece;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How two texts are compared and brought together, and what is read and changed above a text.
class TextsOfTwoTest {

    @ParameterizedTest
    @CsvSource({
        "One two three., One four three.",
        "'', One.",
        "One., ''",
        "One\\ntwo\\nthree\\n, One\\nthree\\nfour\\n",
        "same, same",
        "la clé, l'été"
    })
    void pieces_make_up_both_texts_and_none_is_empty(String before, String after) {
        var old = before.replace("\\n", "\n");
        var now = after.replace("\\n", "\n");
        var pieces = Differences.between(old, now);
        assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
        assertThat(text(pieces, piece -> piece.kind() != Kind.IN)).isEqualTo(old);
        assertThat(text(pieces, piece -> piece.kind() != Kind.OUT)).isEqualTo(now);
    }

    @Test
    void only_the_word_that_differs_is_marked() {
        assertThat(Differences.between("Tick the box.\nSave.\n", "Untick the box.\nSave.\n"))
                .containsExactly(
                        new Piece(Kind.OUT, "Tick"),
                        new Piece(Kind.IN, "Untick"),
                        new Piece(Kind.SAME, " the box.\nSave.\n"));
    }

    @Test
    void changes_in_different_places_are_both_kept() {
        var base = "One.\nTwo is here. And three.\nFour.\n";
        assertThat(Merge.of(base, base.replace("One", "First"), base.replace("Four", "Fourth")))
                .isEqualTo(new Merge("First.\nTwo is here. And three.\nFourth.\n", 0));
        assertThat(Merge.of(base, base.replace("Two", "Second"), base.replace("three", "third")))
                .as("in one line")
                .isEqualTo(new Merge("One.\nSecond is here. And third.\nFour.\n", 0));
        assertThat(Merge.of(base, base + "Mine.\n", base)).isEqualTo(new Merge(base + "Mine.\n", 0));
        assertThat(Merge.of(base, base, base)).isEqualTo(new Merge(base, 0));
    }

    @Test
    void where_both_changed_the_same_word_both_stand_between_marks() {
        var merged = Merge.of("One.\nTwo.\n", "One.\nSecond.\n", "One.\nDouble.\n");
        assertThat(merged.conflicts()).isEqualTo(1);
        assertThat(merged.text()).isEqualTo("One.\n<<<<<<< 1\nSecond.\n=======\nDouble.\n>>>>>>> 2\n");
        assertThat(merged.text().lines().filter(line -> Merge.MARK.matcher(line).matches()))
                .hasSize(3);
    }

    @Test
    void a_line_above_the_text_is_changed_and_nothing_else() {
        var text = "---\ntitle: A\nin-step-with: old\n---\ntitle: B\n";
        assertThat(FrontMatter.value(text, "in-step-with")).isEqualTo("old");
        assertThat(FrontMatter.value(text, "title")).isEqualTo("A");
        assertThat(FrontMatter.with(text, "in-step-with", "new"))
                .isEqualTo("---\ntitle: A\nin-step-with: new\n---\ntitle: B\n");
        assertThat(FrontMatter.with("---\ntitle: A\n---\n", "in-step-with", "new"))
                .isEqualTo("---\ntitle: A\nin-step-with: new\n---\n");
        assertThat(FrontMatter.with("no front", "in-step-with", "new")).isEqualTo("no front");
    }

    private static String text(java.util.List<Piece> pieces, Predicate<Piece> wanted) {
        return pieces.stream().filter(wanted).map(Piece::text).collect(Collectors.joining());
    }
}
