package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Cause;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Diagnosis.Suspect;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why the exchange may have refused key and secret: the causes that remain, the likeliest first and open, each with
/// what speaks for and against it and what to do; and in one quiet line those that are ruled out.
final class CausesPanel extends Composite<Div> {

    /// That a key has no IP list, or no two fields alike, was never in question: nothing was found out there.
    private static final Set<Clue> BY_NATURE = EnumSet.of(Clue.NO_ADDRESS_LISTS, Clue.FIELDS_DIFFER_IN_SHAPE);

    private static final Duration FOR_A_CONFIRMATION = Duration.ofMinutes(5);
    private static final Duration FOR_AN_OUTAGE = Duration.ofMinutes(15);

    private final ExchangeKey key;
    private final VerdictParts parts;
    private final KeyWords words;
    private final Remedies remedies;
    /// When to try again, by how long after a check.
    private final Map<Paragraph, Duration> waits = new HashMap<>();

    CausesPanel(ExchangeKey key, VerdictParts parts, Remedies remedies) {
        this.key = key;
        this.parts = parts;
        this.words = parts.words();
        this.remedies = remedies;
        var suspects = suspects(key, parts);
        if (suspects.isEmpty()) {
            getContent().add(unranked());
            return;
        }
        var list = new OrderedList();
        list.addClassName("causes");
        suspects.forEach(suspect -> list.add(item(suspect, suspect.equals(suspects.getFirst()))));
        getContent().add(list);
        ruledOut().ifPresent(getContent()::add);
    }

    /// Says what is new and leaves everything else alone, what the reader has unfolded included.
    ///
    /// @return false where the causes are others than before; nothing has changed then
    boolean renew(ExchangeKey now) {
        if (!Objects.equals(now.report().diagnosis(), key.report().diagnosis())
                || now.isCheckable() != key.isCheckable()) {
            return false;
        }
        waits.forEach((line, after) -> line.setText(from(now, after)));
        return true;
    }

    /// What stands above the causes: whether they can be told apart.
    static String sentence(ExchangeKey key, VerdictParts parts) {
        var words = parts.words();
        var name = words.exchange(key);
        return switch (suspects(key, parts).size()) {
            case 0 -> words.text("key.cause.CREDENTIALS_REJECTED.unranked", name);
            case 1 -> words.text("key.cause.CREDENTIALS_REJECTED.one", name);
            default -> words.text("key.cause.CREDENTIALS_REJECTED", name);
        };
    }

    /// That a new key waits to be confirmed is a cause only where the exchange's content speaks of it. Empty for a
    /// report from before causes were ranked.
    private static List<Suspect> suspects(ExchangeKey key, VerdictParts parts) {
        var diagnosis = key.report().diagnosis();
        return diagnosis == null
                ? List.of()
                : diagnosis.suspects().stream()
                        .filter(suspect -> isTold(suspect.cause(), parts))
                        .toList();
    }

    private static boolean isTold(Cause cause, VerdictParts parts) {
        return cause != Cause.CONFIRMATION_PENDING || parts.entries().of(cause).isPresent();
    }

    private Component unranked() {
        var list = new UnorderedList();
        list.addClassNames("causes", "causes-unranked");
        Stream.of(Cause.WRONG_PAIR, Cause.ADDRESS_NOT_LISTED, Cause.CONFIRMATION_PENDING, Cause.DELETED)
                .filter(cause -> isTold(cause, parts))
                .filter(cause ->
                        cause != Cause.ADDRESS_NOT_LISTED || words.exchange().maxListedAddresses() > 0)
                .forEach(cause -> {
                    var item = new ListItem();
                    item.add(new Span(words.text(cause.translationKey())));
                    remedy(cause, false).forEach(item::add);
                    list.add(item);
                });
        return list;
    }

    private ListItem item(Suspect suspect, boolean first) {
        var cause = suspect.cause();
        var body = new Div();
        body.addClassName("cause-body");
        if (!suspect.speaksFor().isEmpty() || !suspect.speaksAgainst().isEmpty()) {
            var clues = new UnorderedList();
            clues.addClassName("clues");
            suspect.speaksFor().forEach(clue -> clues.add(clue(clue, Glyph.CHECK, "key.clue.for")));
            suspect.speaksAgainst().forEach(clue -> clues.add(clue(clue, Glyph.MINUS, "key.clue.against")));
            body.add(clues);
        }
        remedy(cause, first).forEach(body::add);
        parts.entries().of(cause).ifPresent(entry -> body.add(new Anchor(entry, words.text("key.action.more"))));
        var summary = new HtmlContainer("summary");
        summary.add(new Span(words.text(cause.translationKey())));
        var details = new HtmlContainer("details");
        details.add(summary, body);
        // What a button can find out at once must not be hidden.
        details.getElement().setAttribute("open", first || cause == Cause.SWAPPED);
        var item = new ListItem();
        item.add(details);
        return item;
    }

    private ListItem clue(Clue clue, Glyph glyph, String text) {
        var line = new ListItem();
        line.add(glyph.draw(), new Span(words.text(text, words.text(clue.translationKey()))));
        return line;
    }

    /// What to do where this is the cause.
    private List<Component> remedy(Cause cause, boolean first) {
        var action = words.text(cause.actionKey());
        return switch (cause) {
            case DAMAGED, WRONG_PAIR, DELETED -> List.of(new Paragraph(action));
            case SWAPPED -> List.of(new Paragraph(words.text("key.swap.about", words.exchange(key))), swap(first));
            case ADDRESS_NOT_LISTED -> {
                var addresses = new UnorderedList(new AddressItem(action, parts.outgoingAddresses()));
                addresses.addClassName("cause-addresses");
                yield List.of(addresses);
            }
            case CONFIRMATION_PENDING -> List.of(new Paragraph(action), from(FOR_A_CONFIRMATION));
            case NOT_THIS_KEY -> List.of(new Paragraph(action), from(FOR_AN_OUTAGE));
        };
    }

    private Paragraph from(Duration after) {
        var line = new Paragraph(from(key, after));
        waits.put(line, after);
        return line;
    }

    private String from(ExchangeKey checked, Duration after) {
        return words.text("key.again.from", words.timeOfDay(checked.checkedAt().plus(after)));
    }

    private Button swap(boolean first) {
        var swap = new Button(words.text("key.action.swap"), Glyph.REFRESH.draw(), click -> remedies.trySwapped());
        swap.setDisableOnClick(true);
        swap.setVisible(key.isCheckable());
        if (first) {
            swap.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return swap;
    }

    private Optional<Paragraph> ruledOut() {
        var diagnosis = key.report().diagnosis();
        if (diagnosis == null) {
            return Optional.empty();
        }
        var told = diagnosis.ruledOut().stream()
                .filter(suspect -> isTold(suspect.cause(), parts))
                .filter(suspect -> suspect.speaksAgainst().stream().noneMatch(BY_NATURE::contains))
                .map(suspect -> words.text(
                        "key.ruled-out.one",
                        words.text("key.ruled-out." + suspect.cause().name()),
                        suspect.speaksAgainst().stream()
                                .map(clue -> inBrackets(words.text(clue.translationKey())))
                                .collect(Collectors.joining("; "))))
                .collect(Collectors.joining(", "));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var line = new Paragraph(words.text("key.ruled-out", told));
        line.addClassName("ruled-out");
        return Optional.of(line);
    }

    /// A sentence as it stands inside another.
    private static String inBrackets(String sentence) {
        var bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
