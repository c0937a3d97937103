package dev.porteclef.console.ui;

import com.vaadin.flow.component.html.ListItem;
import dev.porteclef.watch.DeclaredIncident;

/// A declared incident that lasts though the list does not show its group.
final class AloneItem extends ListItem {

    private final OpenIncident incident;

    AloneItem(LineWords words, DeclaredIncident declared, OpenIncident incident) {
        super(TroubleHead.of(words, declared.trouble()), incident);
        this.incident = incident;
    }

    void show(LineWords words, DeclaredIncident now) {
        incident.show(words, now);
    }
}
