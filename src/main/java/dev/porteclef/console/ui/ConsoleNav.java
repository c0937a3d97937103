package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;

/// The ways between the pages of the console.
final class ConsoleNav extends Composite<Nav> {

    private final UnorderedList links = new UnorderedList();
    private final Component page;
    private final Language language;
    private final String here;
    private final Anchor list;

    /// @param page whose locale the texts take
    /// @param here the address of the page at hand
    ConsoleNav(Component page, Language language, String here) {
        this.page = page;
        this.language = language;
        this.here = here;
        getContent().setAriaLabel(page.getTranslation("console.nav"));
        getContent().addClassName("console-nav");
        getContent().add(links);
        list = add(Addresses.console(language), page.getTranslation("console.keys.title"));
        point();
        add(Addresses.consoleGroups(language), page.getTranslation("console.groups.title"));
        add(Addresses.consoleRuns(language), page.getTranslation("console.runs.title"));
        add(Addresses.consoleOverview(language), page.getTranslation("console.overview.title"));
    }

    /// Has the entry of the list lead to where the agent is in it by now.
    void point() {
        list.setHref(WayBack.to(language));
    }

    /// The same for whoever reads what customers ask.
    ///
    /// @param beside stands beside the way there
    ConsoleNav withDesk(Component beside) {
        add(Addresses.desk(language), page.getTranslation("support.desk.title")).add(beside);
        return this;
    }

    private Anchor add(String address, String name) {
        var link = new Anchor(address, name);
        if (address.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        links.add(new ListItem(link));
        return link;
    }
}
