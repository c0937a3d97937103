package dev.porteclef.help.search;

import static dev.porteclef.help.search.Samples.article;
import static dev.porteclef.help.search.Samples.found;
import static dev.porteclef.help.search.Samples.ids;
import static dev.porteclef.help.search.Samples.index;
import static dev.porteclef.help.search.Samples.withCodes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.search.Findable.Kind;
import dev.porteclef.platform.i18n.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is found among a few texts, and in which order.
class SearchIndexTest {

    private final SearchIndex english = index(
            Language.ENGLISH,
            withCodes(
                    article(
                            "10114",
                            "`10114` `nonce: small`",
                            "The key has seen a larger number.",
                            "See also 10100.",
                            "nonce too small"),
                    "10114"),
            withCodes(
                    article(
                            "11010",
                            "11010 ERR_RATE_LIMIT: too many requests",
                            "Wait a minute.",
                            "It is not 10114. Nor is it 10114 when 10114 comes back: 10114.",
                            "error 429"),
                    "11010"),
            article("maintenance", "The exchange is under maintenance", "Wait.", "Nothing to change."),
            article("rotation", "Replacing a key", "From time to time.", "Rotate it.", "how often to rotate"),
            article("sub-accounts", "Sub-accounts", "A fence.", "A sub account has its own wallets."),
            article("secret-lost", "You have lost the secret", "Make a new key.", "Nobody shows it again.", "what now"),
            Samples.of(Kind.GUIDE, "bitfinex#boxes", "Boxes", "Create and cancel orders", "connect", "bitfinex"),
            Samples.of(Kind.GLOSSARY, "glossary#nonce", "Nonce", "A number.", "glossary", ""));

    private final SearchIndex french = index(
            Language.FRENCH,
            article("secret-lost", "Tu as perdu la clé secrète", "Crée une clé.", ""),
            article("ip-list", "Notre adresse n'est pas dans la liste blanche", "", ""),
            article("two-factor", "La double authentification", "", ""),
            article("sub-accounts", "Les sous-comptes", "", ""),
            article("maintenance", "Bitfinex est en maintenance", "", ""));

    @Test
    void a_code_comes_first_and_nothing_before_it() {
        assertThat(found(english, "10114")).startsWith("10114");
        assertThat(found(english, "what is 11010 or 10114 doing").subList(0, 2))
                .containsExactlyInAnyOrder("10114", "11010");
        assertThat(found(english, "err_rate_limit")).startsWith("11010");
        assertThat(found(english, "HTTP 429")).startsWith("11010");
        assertThat(found(english, "[\"error\",10114,\"nonce: small\"]")).startsWith("10114");
    }

    @Test
    void a_wrong_digit_is_another_code() {
        assertThat(found(english, "10115")).isEmpty();
    }

    @Test
    void one_mistake_is_forgiven_from_five_letters_on_and_two_from_nine() {
        assertThat(found(english, "nonze")).contains("10114");
        assertThat(found(english, "maintainance")).startsWith("maintenance");
        assertThat(found(english, "maintanence")).startsWith("maintenance");
        assertThat(found(english, "secert")).startsWith("secret-lost");
        assertThat(found(english, "kee")).isEmpty();
        assertThat(found(english, "secxyt")).isEmpty();
    }

    @Test
    void the_right_spelling_scores_above_a_mistake() {
        assertThat(score("maintenance")).isGreaterThan(score("maintainance"));
    }

    private double score(String question) {
        return english.search(question, SearchFilter.NONE, 1).getFirst().score();
    }

    @Test
    void forms_and_relatives_of_a_word_are_found() {
        assertThat(found(english, "rotations")).startsWith("rotation");
        assertThat(found(english, "replace keys")).startsWith("rotation");
    }

    @Test
    void words_written_together_or_apart_are_the_same() {
        assertThat(found(english, "subaccount")).startsWith("sub-accounts");
        assertThat(found(english, "sub account")).startsWith("sub-accounts");
        assertThat(found(french, "souscompte")).startsWith("sub-accounts");
    }

    @Test
    void synonyms_are_found_in_both_languages() {
        assertThat(found(french, "secret")).startsWith("secret-lost");
        assertThat(found(french, "whitelist")).startsWith("ip-list");
        assertThat(found(french, "2FA")).startsWith("two-factor");
        assertThat(found(english, "downtime")).startsWith("maintenance");
    }

    @Test
    void accents_may_be_left_out() {
        assertThat(found(french, "cle secrete")).startsWith("secret-lost");
    }

    @Test
    void a_question_asked_in_the_very_words_comes_first_even_if_it_has_only_fillers() {
        assertThat(found(english, "What now?")).containsExactly("secret-lost");
    }

    @Test
    void the_name_of_the_exchange_weighs_little() {
        assertThat(found(french, "bitfinex secret")).startsWith("secret-lost");
    }

    @Test
    void what_nobody_writes_about_is_not_found() {
        assertThat(found(english, "xylophone")).isEmpty();
        assertThat(found(english, "how do I")).isEmpty();
        assertThat(found(english, "")).isEmpty();
    }

    @Test
    void unknown_words_have_near_ones() {
        assertThat(english.nearWords("maintainance please")).contains("maintenance");
        assertThat(english.nearWords("xylophone")).isEmpty();
    }

    @Test
    void filters_narrow_the_results() {
        assertThat(ids(english.search("nonce", new SearchFilter(Kind.GLOSSARY, "", ""), 10).stream()))
                .containsExactly("glossary#nonce");
        assertThat(ids(english.search("nonce", new SearchFilter(null, "errors", ""), 10).stream()))
                .containsExactly("10114");
        assertThat(ids(english.search("cancel orders", new SearchFilter(Kind.GUIDE, "", "bitfinex"), 10).stream()))
                .containsExactly("bitfinex#boxes");
        assertThat(english.search("cancel orders", new SearchFilter(null, "", "kraken"), 10))
                .extracting(hit -> hit.found().id())
                .doesNotContain("bitfinex#boxes");
        assertThat(ids(english.search("nonce", new SearchFilter(null, "", "kraken"), 10).stream()))
                .containsExactly("glossary#nonce");
    }

    @Test
    void the_words_of_the_question_are_marked() {
        var hit = english.search("many requests", SearchFilter.NONE, 1).getFirst();
        assertThat(Samples.marked(hit.title())).isEqualTo("11010 ERR_RATE_LIMIT: too [many] [requests]");
    }

    @Test
    void an_excerpt_comes_from_the_text_where_the_summary_has_no_word_of_it() {
        var hit = english.search("wallets", SearchFilter.NONE, 1).getFirst();
        assertThat(Samples.marked(hit.summary())).isEqualTo("A sub account has its own [wallets].");
    }

    @Test
    void words_that_say_little_are_marked_only_where_nothing_else_is_asked() {
        var index = index(Language.ENGLISH, article("not", "Requests and what they are not", "", ""));
        assertThat(Samples.marked(index.search("not requests", SearchFilter.NONE, 1)
                        .getFirst()
                        .title()))
                .isEqualTo("[Requests] and what they are not");
        assertThat(Samples.marked(
                        index.search("not", SearchFilter.NONE, 1).getFirst().title()))
                .isEqualTo("Requests and what they are [not]");
    }

    @Test
    void words_of_an_expression_are_marked_only_together() {
        var index = index(
                Language.ENGLISH,
                article("factor", "Two factor login", "", ""),
                article("nodes", "Two nodes and mfa", "", ""));
        assertThat(index.search("otp", SearchFilter.NONE, 2))
                .extracting(hit -> Samples.marked(hit.title()))
                .containsExactlyInAnyOrder("[Two] [factor] login", "Two nodes and [mfa]");
    }

    @Test
    void words_of_an_expression_that_stand_apart_are_no_answer() {
        var index = index(Language.ENGLISH, article("apart", "Two nodes", "Each factor", ""));
        assertThat(index.search("otp", SearchFilter.NONE, 2)).isEmpty();
    }

    @Test
    void a_filter_finds_what_is_beyond_the_likeliest_of_all() {
        var findables = new ArrayList<Findable>();
        IntStream.range(0, 1_000)
                .mapToObj(number -> article("key-" + number, "Key key key", "Key", "key", "key"))
                .forEach(findables::add);
        findables.add(Samples.of(
                Kind.GLOSSARY, "glossary#scope", "Scope", "What a key may do on an exchange.", "glossary", ""));
        var index = SearchIndex.of(findables, Thesaurus.of(Language.ENGLISH));
        assertThat(ids(index.search("key", new SearchFilter(Kind.GLOSSARY, "", ""), 5).stream()))
                .containsExactly("glossary#scope");
    }

    @Test
    void markup_in_a_text_stays_text() {
        var index = index(Language.ENGLISH, article("x", "<script>nonce</script>", "", "a <b>nonce</b>"));
        var hit = index.search("nonce", SearchFilter.NONE, 1).getFirst();
        assertThat(hit.title().parts())
                .containsExactly(
                        new Excerpt.Part("<script>", false),
                        new Excerpt.Part("nonce", true),
                        new Excerpt.Part("</script>", false));
    }

    @Test
    void suggestions_complete_what_is_typed() {
        assertThat(completed("how of")).containsExactly("rotation");
        assertThat(completed("too sm")).containsExactly("10114");
        assertThat(completed("1011")).containsExactly("10114");
        assertThat(completed("maintanence")).containsExactly("maintenance");
        assertThat(completed("the")).hasSizeLessThanOrEqualTo(7).contains("secret-lost", "maintenance");
        assertThat(completed("xyl")).isEmpty();
    }

    private List<String> completed(String typed) {
        return english.complete(typed, 7).stream().map(Findable::id).toList();
    }

    @Test
    void what_begins_with_the_typed_words_is_suggested_first() {
        var index = index(
                Language.ENGLISH,
                article("other", "Why the secret was lost", "", ""),
                article("first", "Secret lost and never found again by anybody", "", ""));
        assertThat(index.complete("secret", 7)).extracting(Findable::id).containsExactly("first", "other");
    }
}
