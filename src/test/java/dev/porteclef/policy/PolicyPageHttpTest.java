package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.shell.first.Readers;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What customers read of the policy, signed in or not, with scripts or without.
class PolicyPageHttpTest extends Readers {

    @Autowired
    private Texts texts;

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_names_every_deed_with_who_may_and_where_it_can_be_read(Language language) {
        var page = page("/" + language.tag() + "/policy");
        var allowed = page.select("#first .deed-allowed");
        assertThat(allowed.stream().map(PolicyPageHttpTest::words))
                .containsExactlyElementsOf(StaffDeed.allowed().stream()
                        .map(deed -> Stream.concat(
                                        Stream.of(text(language, deed.translationKey())),
                                        Stream.concat(
                                                deed.roles().stream()
                                                        .map(role -> text(language, "policy.role." + role)),
                                                Stream.of(text(
                                                        language, deed.trace().translationKey()))))
                                .toList())
                        .toList());
        assertThat(page.select("#first .deed-never").stream().map(PolicyPageHttpTest::words))
                .containsExactlyElementsOf(StaffDeed.never().stream()
                        .map(deed -> List.of(text(language, deed.translationKey())))
                        .toList());
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_leads_there(Language language) {
        assertThat(page("/" + language.tag() + "/help")
                        .select("#first footer a")
                        .eachAttr("href"))
                .contains(language.tag() + "/policy");
    }

    private static List<String> words(Element deed) {
        return deed.select("p, .deed-marks li").eachText().stream()
                .map(PolicyPageHttpTest::plain)
                .toList();
    }

    private String text(Language language, String key) {
        return plain(texts.get(language, key));
    }

    /// Spaces that do not break are spaces here.
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
