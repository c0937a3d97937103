package dev.porteclef.verification;

import static dev.porteclef.verification.Cause.ADDRESS_NOT_LISTED;
import static dev.porteclef.verification.Cause.CONFIRMATION_PENDING;
import static dev.porteclef.verification.Cause.DAMAGED;
import static dev.porteclef.verification.Cause.DELETED;
import static dev.porteclef.verification.Cause.NOT_THIS_KEY;
import static dev.porteclef.verification.Cause.SWAPPED;
import static dev.porteclef.verification.Cause.WRONG_PAIR;
import static dev.porteclef.verification.Clue.ACCEPTED_BEFORE;
import static dev.porteclef.verification.Clue.ADDRESS_CHANGED;
import static dev.porteclef.verification.Clue.FIELDS_DIFFER_IN_SHAPE;
import static dev.porteclef.verification.Clue.NO_ADDRESS_LISTS;
import static dev.porteclef.verification.Clue.OTHERS_FINE;
import static dev.porteclef.verification.Clue.OTHERS_LOST;
import static dev.porteclef.verification.Clue.REFUSED_FOR_HOURS;
import static dev.porteclef.verification.Clue.SWAP_REFUSED;
import static dev.porteclef.verification.Clue.UNUSUAL_SHAPE;
import static dev.porteclef.verification.Clue.USUAL_SHAPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// One refusal, many causes: what is known ranks them, and only what is known to be impossible is ruled out.
class DiagnosisTest {

    record Situation(String name, Set<Clue> clues, List<Cause> suspects, List<Cause> ruledOut) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> situations() {
        return Stream.of(
                new Situation(
                        "a first try of the usual shape",
                        Set.of(USUAL_SHAPE),
                        List.of(WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, CONFIRMATION_PENDING, DELETED),
                        List.of(DAMAGED)),
                new Situation(
                        "a first try of an unusual shape",
                        Set.of(UNUSUAL_SHAPE),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, CONFIRMATION_PENDING, DELETED),
                        List.of()),
                new Situation(
                        "a first try while others are accepted",
                        Set.of(USUAL_SHAPE, OTHERS_FINE),
                        List.of(WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, CONFIRMATION_PENDING, DELETED),
                        List.of(DAMAGED, NOT_THIS_KEY)),
                new Situation(
                        "a first try while others are lost",
                        Set.of(USUAL_SHAPE, OTHERS_LOST),
                        List.of(NOT_THIS_KEY, WRONG_PAIR, ADDRESS_NOT_LISTED, SWAPPED, CONFIRMATION_PENDING, DELETED),
                        List.of(DAMAGED)),
                new Situation(
                        "accepted before, from the same address",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE),
                        List.of(DELETED, ADDRESS_NOT_LISTED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING)),
                new Situation(
                        "accepted before, in an unusual shape",
                        Set.of(UNUSUAL_SHAPE, ACCEPTED_BEFORE),
                        List.of(DELETED, ADDRESS_NOT_LISTED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING)),
                new Situation(
                        "accepted before, from another address",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, ADDRESS_CHANGED),
                        List.of(ADDRESS_NOT_LISTED, DELETED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING)),
                new Situation(
                        "accepted before, and others are lost too",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, OTHERS_LOST),
                        List.of(NOT_THIS_KEY, ADDRESS_NOT_LISTED, DELETED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING)),
                new Situation(
                        "accepted before, and others are fine",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, OTHERS_FINE),
                        List.of(DELETED, ADDRESS_NOT_LISTED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING, NOT_THIS_KEY)),
                new Situation(
                        "accepted before, others are lost too, and our address is another",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, OTHERS_LOST, ADDRESS_CHANGED),
                        List.of(ADDRESS_NOT_LISTED, NOT_THIS_KEY, DELETED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, CONFIRMATION_PENDING)),
                new Situation(
                        "refused the other way round as well",
                        Set.of(USUAL_SHAPE, SWAP_REFUSED),
                        List.of(WRONG_PAIR, ADDRESS_NOT_LISTED, CONFIRMATION_PENDING, DELETED),
                        List.of(DAMAGED, SWAPPED)),
                new Situation(
                        "refused for hours",
                        Set.of(USUAL_SHAPE, REFUSED_FOR_HOURS),
                        List.of(WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, DELETED, CONFIRMATION_PENDING),
                        List.of(DAMAGED)),
                new Situation(
                        "refused for hours, in an unusual shape",
                        Set.of(UNUSUAL_SHAPE, REFUSED_FOR_HOURS),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, DELETED),
                        List.of()),
                new Situation(
                        "an exchange without IP lists whose fields differ",
                        Set.of(USUAL_SHAPE, NO_ADDRESS_LISTS, FIELDS_DIFFER_IN_SHAPE),
                        List.of(WRONG_PAIR, CONFIRMATION_PENDING, DELETED),
                        List.of(DAMAGED, SWAPPED, ADDRESS_NOT_LISTED)),
                new Situation(
                        "accepted before, at an exchange without IP lists",
                        Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, NO_ADDRESS_LISTS, FIELDS_DIFFER_IN_SHAPE),
                        List.of(DELETED),
                        List.of(DAMAGED, WRONG_PAIR, SWAPPED, ADDRESS_NOT_LISTED, CONFIRMATION_PENDING)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void causes_are_ranked_by_what_is_known(Situation situation) {
        var diagnosis = Diagnosis.of(situation.clues());
        assertThat(diagnosis.suspects()).extracting(Diagnosis.Suspect::cause).isEqualTo(situation.suspects());
        assertThat(diagnosis.ruledOut()).extracting(Diagnosis.Suspect::cause).isEqualTo(situation.ruledOut());
        assertThat(diagnosis.first().cause()).isEqualTo(situation.suspects().getFirst());
        assertThat(diagnosis.isToldApart()).isEqualTo(situation.suspects().size() == 1);
        assertThat(diagnosis.offersSwap()).isEqualTo(situation.suspects().contains(SWAPPED));
    }

    @Test
    void each_cause_tells_what_speaks_for_and_against_it() {
        var diagnosis = Diagnosis.of(Set.of(USUAL_SHAPE, ACCEPTED_BEFORE, ADDRESS_CHANGED, OTHERS_LOST));
        assertThat(diagnosis.first().speaksFor()).containsExactly(ADDRESS_CHANGED, OTHERS_LOST);
        assertThat(diagnosis.suspects())
                .filteredOn(suspect -> suspect.cause() == DELETED)
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.speaksFor()).containsExactly(ACCEPTED_BEFORE);
                    assertThat(suspect.speaksAgainst()).containsExactly(OTHERS_LOST);
                });
        assertThat(diagnosis.ruledOut())
                .filteredOn(suspect -> suspect.cause() == DAMAGED)
                .singleElement()
                .satisfies(
                        suspect -> assertThat(suspect.speaksAgainst()).containsExactly(ACCEPTED_BEFORE, USUAL_SHAPE));
    }

    @Test
    void whatever_is_known_a_cause_remains_and_what_is_kept_is_read_back_the_same() {
        var all = Clue.values();
        IntStream.range(0, 1 << all.length).forEach(bits -> {
            var clues = EnumSet.noneOf(Clue.class);
            IntStream.range(0, all.length)
                    .filter(place -> (bits & 1 << place) != 0)
                    .forEach(place -> clues.add(all[place]));
            var diagnosis = Diagnosis.of(clues);
            assertThat(diagnosis.suspects()).as(clues.toString()).isNotEmpty();
            assertThat(diagnosis.ruledOut()).doesNotContainAnyElementsOf(diagnosis.suspects());
            if (bits % 37 == 0) {
                var json = JsonMapper.shared().writeValueAsString(diagnosis);
                assertThat(JsonMapper.shared().readValue(json, Diagnosis.class)).isEqualTo(diagnosis);
            }
        });
    }
}
