package dev.porteclef.mail;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What stands around every letter, and the two forms in which it goes out. Nothing is loaded from anywhere, nothing
/// is counted, and the only link ends a kind of reminder.
@Component
class Envelope {

    private final Texts texts;
    private final String brand;

    Envelope(Texts texts, Installation installation) {
        this.texts = texts;
        this.brand = installation.brand().name();
    }

    /// How a mail ends.
    sealed interface End {

        /// Its kind can be declined by opening `address`.
        record Unsubscribe(String address) implements End {}

        /// The same, where the mail is only shown.
        record Shown() implements End {}

        /// Its kind reaches everybody.
        record Mandatory() implements End {}
    }

    String brand() {
        return brand;
    }

    /// The text form.
    String text(Letter letter, Optional<String> word, End end) {
        var parts = new ArrayList<String>();
        parts.add(brand);
        parts.add(word(letter.language(), word));
        parts.add(letter.title());
        parts.addAll(letter.before());
        parts.add(String.join(
                "\n",
                letter.facts().stream()
                        .map(fact -> texts.get(letter.language(), "mail.fact.line", fact.name(), fact.value()))
                        .toList()));
        parts.addAll(letter.after());
        parts.add("-- \n" + String.join("\n\n", foot(letter.language(), end)));
        return String.join("\n\n", parts) + "\n";
    }

    /// The HTML form; whatever was typed by a person is escaped.
    String html(Letter letter, Optional<String> word, End end) {
        var language = letter.language();
        var page = LetterPage.open(language);
        page.fill("brand", brand);
        page.fill("word", word(language, word));
        page.fill("title", letter.title());
        page.paragraphs("before", letter.before());
        page.facts(letter.facts());
        page.paragraphs("after", letter.after());
        page.fill("safety", texts.get(language, "mail.safety"));
        switch (end) {
            case End.Unsubscribe(var address) -> {
                page.fill("end", texts.get(language, "mail.end.decline"));
                page.link(address, texts.get(language, "mail.end.link"));
            }
            case End.Shown() -> page.fill("end", texts.get(language, "mail.end.shown"));
            case End.Mandatory() -> page.fill("end", texts.get(language, "mail.end.mandatory"));
        }
        return page.html(letter.subject());
    }

    private List<String> foot(Language language, End end) {
        var safety = texts.get(language, "mail.safety");
        return switch (end) {
            case End.Unsubscribe(var address) ->
                List.of(safety, texts.get(language, "mail.end.decline") + "\n" + address);
            case End.Shown() -> List.of(safety, texts.get(language, "mail.end.shown"));
            case End.Mandatory() -> List.of(safety, texts.get(language, "mail.end.mandatory"));
        };
    }

    private String word(Language language, Optional<String> word) {
        return word.map(own -> texts.get(language, "mail.word", own))
                .orElseGet(() -> texts.get(language, "mail.word.none"));
    }
}
