package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.ui.ObjectJournal;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.time.ZoneId;
import java.util.List;

/// What was done to one key, newest first: the latest acts, those before them folded, and the way to the whole
/// journal.
final class KeyJournal extends Composite<Div> {

    private static final int LATEST = 8;

    private final Language language;
    private final ZoneId zone;
    private final InPlace parts = new InPlace();
    private final Span summary = new Span();
    private final Fold folded = new Fold(false, summary);
    private final Anchor all;

    KeyJournal(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        all = new Anchor(Addresses.journal(language), getTranslation("key.journal.all"));
        getContent().addClassNames("stack", "journal");
    }

    /// Shows `acts`, newest first; what the reader has unfolded stays open.
    void show(List<AuditEntry> acts) {
        var now = parts.keep(
                "latest",
                acts.stream().limit(LATEST).toList(),
                () -> journal(acts.stream().limit(LATEST).toList()));
        var older = acts.stream().skip(LATEST).toList();
        summary.setText(getTranslation("key.history.older", older.size()));
        folded.clear();
        folded.add(journal(older));
        InPlace.arrange(getContent(), older.isEmpty() ? List.<Component>of(now, all) : List.of(now, folded, all));
    }

    private ObjectJournal journal(List<AuditEntry> entries) {
        return new ObjectJournal(entries, language, zone);
    }
}
