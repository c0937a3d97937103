package dev.porteclef.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The foot of the site: what this is, where a human answers, which version runs.
final class SiteFooter extends Composite<Footer> {

    private final transient Texts texts;
    private final transient Surroundings surroundings;

    SiteFooter(Texts texts, Surroundings surroundings) {
        this.texts = texts;
        this.surroundings = surroundings;
        getContent().addClassName("site-footer");
    }

    void speak(Language language) {
        var about = new Paragraph(
                texts.get(language, "shell.footer.about", surroundings.brand().name()));
        var links = new UnorderedList();
        links.addClassName("site-footer-links");
        links.add(new ListItem(new Anchor(Addresses.policy(language), texts.get(language, "shell.footer.policy"))));
        link(links, surroundings.brand().support(), texts.get(language, "shell.footer.support"));
        link(links, surroundings.brand().billing(), texts.get(language, "shell.footer.billing"));
        var facts = new Paragraph(surroundings
                .version()
                .map(version -> texts.get(language, "shell.footer.version", version))
                .orElseGet(() -> texts.get(language, "shell.product")));
        facts.addClassName("small");
        var inside = new Div(about, links, facts);
        inside.addClassName("site-footer-inside");
        getContent().removeAll();
        getContent().add(inside);
    }

    private static void link(UnorderedList links, @Nullable URI address, String name) {
        if (address != null) {
            links.add(new ListItem(new Anchor(address.toString(), name)));
        }
    }
}
