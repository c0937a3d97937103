package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.console.KeyFile;
import dev.porteclef.console.KeyLine;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Definitions;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.watch.DeclaredIncident;

/// The quiet parts of one key's page: what is known beside its verdict, and the customer's other keys.
record FileSections(Component page, LineWords words) {

    Component facts(KeyFile file, String strategy) {
        var line = file.line();
        var facts = new Definitions()
                .add(words.text("console.column.CUSTOMER"), line.customer().isEmpty() ? "—" : line.customer())
                .add(
                        words.text("console.file.language"),
                        words.text("support.desk.language." + line.language().tag()))
                .add(words.text("console.column.EXCHANGE"), words.exchange(line) + " · " + words.kind(line))
                .add(words.text("console.column.STRATEGY"), strategy)
                .add(words.text("console.column.LIFE"), words.life(line))
                .add(words.text("console.column.PROOF"), words.harmlessness(line))
                .add(words.text("console.column.SINCE"), words.time(line.since()))
                .add(words.text("console.column.CHECKED"), words.time(line.checkedAt()))
                .add(words.text("console.column.AGE"), words.age(line));
        return section("console.file.facts", facts);
    }

    /// That the key belongs to a declared incident.
    Component incident(DeclaredIncident incident) {
        return new Notice(
                Notice.Kind.WARNING,
                words.text("console.file.incident", words.time(incident.since())),
                new Paragraph(incident.texts().in(words.language())),
                new Anchor(Addresses.consoleGroups(words.language()), words.text("console.file.incident.all")));
    }

    Component others(KeyFile file) {
        if (file.others().isEmpty()) {
            return section("console.file.others", new Span(words.text("console.file.others.none")));
        }
        var list = new UnorderedList();
        list.addClassName("other-keys");
        file.others().forEach(other -> list.add(other(other)));
        return section("console.file.others", list);
    }

    private ListItem other(KeyLine other) {
        var link = new Anchor(Addresses.console(words.language(), other.id().toString()), other.label());
        link.getElement().setAttribute("translate", "no");
        var headline = other.headline();
        return headline == null ? new ListItem(link) : new ListItem(link, HeadlineBadge.of(page, headline));
    }

    /// `content` under a heading.
    Section section(String title, Component content) {
        var section = new Section(new H2(words.text(title)), content);
        section.addClassNames("stack", "tight");
        return section;
    }
}
