package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyEvent;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.ui.Addresses;
import java.util.Map;
import java.util.Optional;

/// What an act on a key says beside its name: how the key was called, what became another, why an agent looked. Of the
/// details on the record only those that people have written or chosen.
///
/// @param exchange whose key it is
record ActDetail(LineWords words, ExchangeId exchange) {

    /// Nothing where its name says it all, or the record is older than the detail.
    Optional<Component> of(KeyEvent.Done done) {
        var details = done.entry().details();
        return switch (done.entry().act()) {
            case KEY_CONNECTED, KEY_RENAMED ->
                text(details, "label").map(label -> line("console.timeline.label", label));
            case STRATEGY_CHANGED ->
                text(details, "from")
                        .flatMap(from -> text(details, "to")
                                .map(to -> line("console.timeline.strategy", strategy(from), strategy(to))));
            case KEY_REPLACED ->
                text(details, "by").map(label -> successor(label, Optional.ofNullable(done.successor())));
            case STAFF_LOOKED_AS -> text(details, "reason").map(reason -> line("console.timeline.reason", reason));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Map<String, String> details, String name) {
        return Optional.ofNullable(details.get(name));
    }

    private Component line(String key, Object... arguments) {
        return muted(new Span(words.text(key, arguments)));
    }

    private String strategy(String text) {
        return words.strategy(exchange, Strategy.parse(text));
    }

    private Component successor(String label, Optional<KeyId> id) {
        var name = id.<Component>map(one -> new Anchor(Addresses.console(words.language(), one.toString()), label))
                .orElseGet(() -> new Span(label));
        name.getElement().setAttribute("translate", "no");
        return muted(new Span(words.text("console.timeline.successor")), name);
    }

    private static Component muted(Component... parts) {
        var line = new Paragraph(parts);
        line.addClassNames("muted", "cluster", "tight");
        return line;
    }
}
