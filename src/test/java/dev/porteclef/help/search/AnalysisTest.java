package dev.porteclef.help.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private final Analysis english = new Analysis(Language.ENGLISH, Set.of());
    private final Analysis french = new Analysis(Language.FRENCH, Set.of());

    @Test
    void accents_and_capitals_play_no_part() {
        assertThat(french.words("CLÉ Périmée")).containsExactly("cle", "perimee");
        assertThat(french.stem("perimees")).isEqualTo(french.stem("perimee"));
    }

    @Test
    void elisions_fall_away_with_either_apostrophe() {
        assertThat(french.words("l'adresse d’une clé")).containsExactly("adresse", "une", "cle");
    }

    @Test
    void a_possessive_and_an_apostrophe_fall_away() {
        assertThat(english.words("the key's owner can't")).containsExactly("the", "key", "owner", "cant");
    }

    @Test
    void forms_of_a_word_have_one_stem() {
        assertThat(english.stem("keys")).isEqualTo(english.stem("key"));
        assertThat(english.stem("copied")).isEqualTo(english.stem("copying"));
        assertThat(french.stem("requetes")).isEqualTo(french.stem("requete"));
    }

    @Test
    void a_root_joins_what_a_stem_does_not() {
        assertThat(english.stem("rotation")).isNotEqualTo(english.stem("rotate"));
        assertThat(english.root("rotation")).isEqualTo(english.root("rotate"));
    }

    @Test
    void names_of_errors_stay_whole() {
        assertThat(english.words("ERR_RATE_LIMIT 10114")).containsExactly("err_rate_limit", "10114");
    }
}
