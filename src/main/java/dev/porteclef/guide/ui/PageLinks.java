package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.util.ArrayList;
import java.util.List;

/// The links of the guide that depend on the choice made in it: to its own sections and to the form. Their addresses
/// are written in full, because a page below the root has a `<base>`, and follow the choice with [#choose].
final class PageLinks {

    private final String plainForm;
    private final Language language;
    private final ExchangeId exchange;
    private final List<Runnable> followers = new ArrayList<>();
    private Strategy strategy;
    private String address;

    /// @param address of the page as it is, without a fragment
    PageLinks(Language language, ExchangeId exchange, Strategy strategy, String address) {
        this.language = language;
        this.exchange = exchange;
        this.strategy = strategy;
        this.address = address;
        plainForm = Addresses.connect(language, exchange.value());
    }

    /// Lets every link say the new choice and the page's new address.
    void choose(Strategy choice, String newAddress) {
        strategy = choice;
        address = newAddress;
        followers.forEach(Runnable::run);
    }

    /// A link to the part of this page called `id`.
    Anchor section(String id) {
        var anchor = new Anchor();
        follow(() -> anchor.setHref(address + "#" + id));
        return anchor;
    }

    /// A link to the form that connects a key, with the choice in it.
    Anchor form(String text) {
        var anchor = new Anchor();
        anchor.setText(text);
        anchor.addClassNames("action", "action-primary");
        follow(() -> anchor.setHref(form()));
        return anchor;
    }

    /// Rendered Markdown, whose links inside the page and to the form follow the choice.
    Html prose(String html) {
        var prose = new Html(wrap(html));
        if (!wrap(html).equals(wrapPlain(html))) {
            followers.add(() -> prose.setHtmlContent(wrap(html)));
        }
        return prose;
    }

    private void follow(Runnable follower) {
        follower.run();
        followers.add(follower);
    }

    private String form() {
        return Addresses.connect(language, exchange.value(), strategy.toString());
    }

    private String wrap(String html) {
        return wrapPlain(html)
                .replace("href=\"#", "href=\"" + escape(address) + "#")
                .replace("href=\"" + escape(plainForm) + "\"", "href=\"" + escape(form()) + "\"");
    }

    private static String wrapPlain(String html) {
        return "<div class=\"prose\">" + html + "</div>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
