package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyGroup;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.watch.DeclaredIncident;
import dev.porteclef.watch.Trouble;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One cause at one exchange with its keys, and the incident that was declared of it or can be. News changes its
/// numbers and leaves what can be pressed, and the keyboard on it, where it is.
final class GroupItem extends ListItem {

    private final Anchor link = new Anchor();
    private final Paragraph meta = new Paragraph();
    private final Div below = new Div();
    private @Nullable UUID declared;

    GroupItem(LineWords words, Trouble trouble) {
        var head = new Div(HeadlineBadge.of(words.page(), trouble.headline()));
        head.addClassNames("cluster", "tight");
        var cause = trouble.cause();
        if (cause != null) {
            head.add(new Span(words.text(cause.translationKey())));
        }
        link.addClassName("key-group-link");
        meta.addClassName("key-meta");
        add(head, link, meta, below);
    }

    /// @param address where its keys are listed
    void show(
            LineWords words, KeyGroup group, String address, Optional<DeclaredIncident> incident, DeclaredLines lines) {
        link.setHref(address);
        link.setText(words.text("console.group.keys", group.keys(), group.customers()));
        meta.removeAll();
        meta.add(
                new Span(words.exchange(group.exchange()) + " · "
                        + words.text(group.environment().translationKey())),
                new Span(words.text("console.group.since", words.time(group.since()))),
                new Span(words.text(trend(group), group.lastHour(), group.hourBefore())));
        var now = incident.map(DeclaredIncident::id).orElse(null);
        if (below.getComponentCount() > 0 && Objects.equals(now, declared)) {
            incident.ifPresent(one -> ((OpenIncident) below.getComponentAt(0)).show(words, one));
            return;
        }
        declared = now;
        below.removeAll();
        below.add(incident.<Component>map(lines::open).orElseGet(() -> lines.offer(trouble(group))));
    }

    static Trouble trouble(KeyGroup group) {
        return new Trouble(group.headline(), group.cause(), group.exchange(), group.environment());
    }

    private static String trend(KeyGroup group) {
        return switch (group.trend()) {
            case 1 -> "console.group.more";
            case -1 -> "console.group.less";
            default -> "console.group.same";
        };
    }
}
