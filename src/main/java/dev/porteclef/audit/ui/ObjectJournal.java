package dev.porteclef.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.platform.i18n.Language;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;

/// What happened to one thing, in the journal's own words, for pages of other features.
public final class ObjectJournal extends Composite<UnorderedList> {

    /// @param entries in the order in which they are shown
    public ObjectJournal(List<AuditEntry> entries, Language language, ZoneId zone) {
        getContent().addClassName("journal-day");
        entries.forEach(entry -> getContent().add(new JournalLine(entry, language, zone, FormatStyle.MEDIUM)));
    }
}
