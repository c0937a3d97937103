package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.live.ui.InPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A list of keys by what they are for. A key keeps its card as long as it is there, so that what goes on on
/// one card is not disturbed when another changes: a check that ticks, what it came to, where the reader is.
final class KeyCards extends Composite<Div> {

    private final Function<ExchangeKey, KeyCard> draw;
    private final Function<ExchangeKey, KeyWords> words;
    private final Map<KeyId, KeyCard> cards = new HashMap<>();
    private final Map<KeyGroup, Group> groups = new EnumMap<>(KeyGroup.class);
    private final Paragraph nothing = new Paragraph();

    /// @param draw makes the card of a key that has none yet
    KeyCards(Function<ExchangeKey, KeyCard> draw, Function<ExchangeKey, KeyWords> words) {
        this.draw = draw;
        this.words = words;
        nothing.addClassName("empty-state");
        nothing.getElement().setAttribute("role", "status");
        getContent().addClassNames("stack", "loose");
    }

    /// Shows those keys that are wanted, each as it is now.
    ///
    /// @param own all keys of the reader, newest first
    /// @param shown a key that must be seen, also where its group is folded or the filter leaves it out
    void show(List<ExchangeKey> own, KeyFilter.Wanted wanted, Optional<KeyId> shown) {
        cards.keySet().retainAll(own.stream().map(ExchangeKey::id).collect(Collectors.toSet()));
        var listed = own.stream()
                .filter(key ->
                        wanted.matches(key) || shown.filter(key.id()::equals).isPresent())
                .collect(Collectors.groupingBy(KeyGroup::of, () -> new EnumMap<>(KeyGroup.class), Collectors.toList()));
        var successors = new Successors(own);
        var parts = new ArrayList<Component>();
        listed.forEach((group, inIt) -> {
            var part = groups.computeIfAbsent(group, Group::new);
            part.heading.setText(getTranslation(group.translationKey(), inIt.size()));
            part.open(!wanted.isAny() || listed.size() == 1 || mustBeSeen(inIt, shown));
            InPlace.arrange(
                    part.list, inIt.stream().map(key -> card(key, successors)).toList());
            parts.add(part.whole);
        });
        if (parts.isEmpty()) {
            nothing.setText(getTranslation("key.filter.nothing"));
            parts.add(nothing);
        }
        InPlace.arrange(getContent(), parts);
    }

    /// Whether a check runs on the card of this key; it tells by itself what it came to.
    boolean isBusy(ExchangeKey key) {
        var card = cards.get(key.id());
        return card != null && card.isBusy();
    }

    /// The card of a key, where it is shown.
    Optional<KeyCard> of(KeyId key) {
        return Optional.ofNullable(cards.get(key)).filter(Component::isAttached);
    }

    private KeyCard card(ExchangeKey key, Successors successors) {
        return cards.computeIfAbsent(key.id(), _ -> draw.apply(key))
                .show(key, successors.sentence(key, words.apply(key)));
    }

    /// What others could still use, or what was just done, is not hidden.
    private static boolean mustBeSeen(List<ExchangeKey> inIt, Optional<KeyId> shown) {
        return inIt.stream()
                .anyMatch(key -> key.headline() == Headline.REPLACED_STILL_ACCEPTED
                        || shown.filter(key.id()::equals).isPresent());
    }

    /// One group with its heading; the past can be folded away.
    private static final class Group {

        private final H2 heading = new H2();
        private final UnorderedList list = new UnorderedList();
        private final Component whole;

        private Group(KeyGroup group) {
            heading.addClassName("key-group");
            list.addClassName("key-list");
            if (group == KeyGroup.PAST) {
                whole = new Fold(false, heading, list);
            } else {
                whole = new Section(heading, list);
                whole.addClassName("stack");
            }
        }

        private void open(boolean open) {
            if (whole instanceof Fold fold) {
                fold.setOpen(open);
            }
        }
    }
}
