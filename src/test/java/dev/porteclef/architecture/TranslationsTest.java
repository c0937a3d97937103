package dev.porteclef.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.lang.reflect.InvocationTargetException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Both languages are whole: what one says the other says too, and whatever the code asks for is there.
class TranslationsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Map<String, String> english = TranslationFile.of(Language.ENGLISH);
    private final Map<String, String> french = TranslationFile.of(Language.FRENCH);

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(english).isNotEmpty();
        assertThat(french.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void both_languages_fill_in_the_same_arguments() {
        var different = new TreeMap<>(english);
        different
                .entrySet()
                .removeIf(entry -> placeholders(entry.getValue())
                        .equals(placeholders(french.getOrDefault(entry.getKey(), entry.getValue()))));

        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_text_is_blank(Language language) {
        assertThat(TranslationFile.of(language))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    /// With arguments a text goes through `MessageFormat`, where one apostrophe vanishes; without, two stay two.
    @ParameterizedTest
    @EnumSource
    void apostrophes_are_doubled_exactly_where_arguments_are_filled_in(Language language) {
        assertThat(TranslationFile.of(language)).allSatisfy((key, text) -> {
            if (placeholders(text).isEmpty()) {
                assertThat(text).as(key).doesNotContain("''");
            } else {
                assertThat(LONE_APOSTROPHE.matcher(text).find()).as(key).isFalse();
                assertThat(new MessageFormat(text)).as(key).isNotNull();
            }
        });
    }

    @Test
    void french_has_one_kind_of_apostrophe() {
        assertThat(french).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("’"));
    }

    @Test
    void a_moment_with_its_day_is_told_as_a_day() {
        var at = "22 nov. 2026, 00:26:27";
        assertThat(new Texts().get(Language.FRENCH, "key.cause.DOUBTED", "Bitfinex", at))
                .contains("une fois, le " + at);
        assertThat(new Texts().get(Language.ENGLISH, "key.cause.DOUBTED", "Bitfinex", at))
                .contains("once, on " + at);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | key.proof.wallets | 0 | no wallet
            ENGLISH | key.proof.wallets | 1 | 1 wallet
            ENGLISH | key.proof.wallets | 2 | 2 wallets
            FRENCH  | key.proof.wallets | 0 | aucun portefeuille
            FRENCH  | key.proof.wallets | 1 | 1 portefeuille
            FRENCH  | key.proof.wallets | 2 | 2 portefeuilles
            ENGLISH | key.connect.wait  | 1 | Wait 1 minute, then
            ENGLISH | key.connect.wait  | 2 | Wait 2 minutes, then
            FRENCH  | key.connect.wait  | 1 | Attends 1 minute, puis
            FRENCH  | key.connect.wait  | 2 | Attends 2 minutes, puis
            """)
    void one_is_not_told_in_the_plural(Language language, String key, int count, String words) {
        assertThat(new Texts().get(language, key, count) + "\n").containsPattern(Pattern.quote(words) + "(?!s)");
    }

    /// What they say stands under « la clé » as well as under « le secret ».
    @Test
    void findings_on_a_field_suit_either_gender_in_french() {
        var findings = new TreeMap<>(french);
        findings.keySet().removeIf(key -> !key.startsWith("verification.format."));

        assertThat(findings).isNotEmpty();
        assertThat(findings).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern("-l[ae]\\b"));
    }

    @Test
    void every_text_the_code_names_exists() {
        var missing = new ArrayList<String>();
        SourceTexts.in("src/main/java", english.keySet()).forEach((place, key) -> {
            if (!english.containsKey(key)) {
                missing.add(place + " " + key);
            }
        });

        assertThat(missing).isEmpty();
    }

    /// So that the test above cannot pass by finding nothing.
    @Test
    void the_code_names_texts() {
        assertThat(SourceTexts.in("src/main/java", english.keySet())).hasSizeGreaterThan(20);
    }

    @Test
    void every_constant_with_a_text_has_it() throws ReflectiveOperationException {
        var keys = new TreeSet<String>();
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.porteclef");
        for (var type : classes) {
            if (type.isEnum() && type.tryGetMethod("translationKey").isPresent()) {
                keys.addAll(keys(type.reflect()));
            }
        }

        assertThat(keys).isNotEmpty();
        assertThat(keys).filteredOn(key -> !english.containsKey(key)).isEmpty();
    }

    private static Set<String> keys(Class<?> type) throws ReflectiveOperationException {
        var method = type.getDeclaredMethod("translationKey");
        method.setAccessible(true);
        var keys = new TreeSet<String>();
        for (var constant : type.getEnumConstants()) {
            try {
                keys.add((String) method.invoke(constant));
            } catch (InvocationTargetException e) {
                throw new AssertionError(type.getName() + "." + constant + " has no key", e);
            }
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(found::add);
        return found;
    }
}
