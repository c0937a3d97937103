package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyCheck;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Diagnosis.Suspect;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of one key, drawn for those who see it without owning it: the customer's words and pictures, and
/// nothing that acts or leads to a form.
public final class KeyParts {

    private final ExchangeKey key;
    private final Exchange exchange;
    private final Language language;
    private final KeyWords words;

    /// @param page whose locale the texts take
    public KeyParts(Component page, ExchangeKey key, Exchange exchange, Language language, ZoneId zone) {
        this.key = key;
        this.exchange = exchange;
        this.language = language;
        this.words = new KeyWords(page, language, zone, exchange);
    }

    /// Live or practice.
    public Badge environment() {
        return words.environment(key);
    }

    /// The strategy with its add-ons, in words.
    public String strategy() {
        return words.strategy(key);
    }

    /// The headline, the sentence of cause, what is suspected and why, and how each check ended.
    public Component verdict() {
        var title = new H2(
                HeadlineBadge.glyph(key.headline()).draw(),
                new Span(words.text(key.headline().translationKey())));
        title.addClassName("verdict-title");
        var told = new Div(paragraph(sentence()));
        told.addClassName("verdict-told");
        words.doubt(key).map(KeyParts::paragraph).ifPresent(told::add);
        var diagnosis = key.report().diagnosis();
        if (diagnosis != null) {
            told.add(suspects(diagnosis.suspects()));
        }
        var whose = paragraph(words.text("key.staff.words"));
        whose.addClassName("muted");
        var panel =
                new Section(title, whose, told, new CheckListPanel(key.report().checks()));
        panel.addClassNames("verdict", "verdict-" + key.headline().tone().name().toLowerCase(Locale.ROOT));
        return panel;
    }

    /// The verdict as its owner has it, with all that is offered there.
    ///
    /// @param outgoingAddresses shown wherever the key's IP list may be the cause
    public Component ownersVerdict(Explanations explanations, List<String> outgoingAddresses) {
        var entries = new KeyEntries(explanations, exchange, language);
        return new VerdictPanel(key, new VerdictParts(words, entries, outgoingAddresses), new NothingToDo(words));
    }

    /// What stands below the headline; the causes of a refusal follow it here.
    private String sentence() {
        if (key.headline() != Headline.CREDENTIALS_REJECTED) {
            return words.cause(key);
        }
        var diagnosis = key.report().diagnosis();
        var text = diagnosis == null ? ".unranked" : diagnosis.isToldApart() ? ".one" : "";
        return words.text("key.cause.CREDENTIALS_REJECTED" + text, words.exchange(key));
    }

    private static Paragraph paragraph(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("verdict-text");
        return paragraph;
    }

    private Component suspects(List<Suspect> suspects) {
        var list = new OrderedList();
        list.addClassName("causes");
        for (var suspect : suspects) {
            var item = new ListItem(new Span(words.text(suspect.cause().translationKey())));
            var clues = new UnorderedList();
            clues.addClassName("clues");
            suspect.speaksFor().forEach(clue -> clues.add(clue(clue, Glyph.CHECK, "key.clue.for")));
            suspect.speaksAgainst().forEach(clue -> clues.add(clue(clue, Glyph.MINUS, "key.clue.against")));
            if (clues.getComponentCount() > 0) {
                item.add(clues);
            }
            list.add(item);
        }
        return list;
    }

    private ListItem clue(Clue clue, Glyph glyph, String text) {
        var line = new ListItem();
        line.add(glyph.draw(), new Span(words.text(text, words.text(clue.translationKey()))));
        return line;
    }

    /// The rights the exchange listed beside those the strategy needs, and every call of the last check with its
    /// answer.
    public Component rights() {
        return new ProvenRights(key, exchange, words);
    }

    /// One check of this key with its result and, folded, its evidence: an item for a list.
    public ListItem check(KeyCheck check) {
        return KeyHistory.line(check, key, words);
    }

    /// The articles that fit, where there are any.
    ///
    /// @param old whether the key is about to be too old, or is
    public Optional<Component> help(Explanations explanations, boolean old) {
        var entries = RelatedHelp.entries(key, exchange, explanations, old);
        return entries.isEmpty() ? Optional.empty() : Optional.of(new RelatedHelp(exchange, language, words, entries));
    }

    /// Lines that tick while the key is checked.
    public static final class Ticking {

        private final CheckListPanel lines = new CheckListPanel(List.of());

        /// What is put into a page.
        public Component component() {
            return lines;
        }

        /// Draws the line of one check anew.
        public void show(Check check) {
            lines.show(check);
        }
    }
}
