package dev.porteclef.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/// What happened to the customer's account and keys, newest first, by days of the reader's own time zone.
@Route(Page.LOCALE + "/journal")
@RolesAllowed(Role.Names.CUSTOMER)
class JournalView extends Page {

    private static final int PAGE_SIZE = 25;

    private final AuditLog log;
    private final Div days = new Div();
    private final Div end = new Div();
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable LocalDate lastDay;
    private UnorderedList lastList = new UnorderedList();

    JournalView(AuditLog log) {
        this.log = log;
    }

    @Override
    protected String title() {
        return text("audit.journal.title");
    }

    @Override
    protected void draw() {
        zone = zone();
        lastDay = null;
        days.removeAll();
        days.setClassName("stack");
        end.removeAll();
        end.setClassName("form-actions");
        var heading = new H1(text("audit.journal.title"));
        heading.addClassName("page-title");
        var lede = new Paragraph(text("audit.journal.lede"));
        lede.addClassName("lede");
        var page = new Section(heading, lede, days, end);
        page.addClassNames("page", "page-narrow", "stack", "journal");
        add(page);
        showMore(Long.MAX_VALUE);
        if (lastDay == null) {
            days.add(emptyState());
        }
    }

    private void showMore(long before) {
        // One entry more than is shown tells whether there are more.
        var entries = log.ownJournal(before, PAGE_SIZE + 1);
        end.removeAll();
        entries.stream().limit(PAGE_SIZE).forEach(this::show);
        if (entries.size() > PAGE_SIZE) {
            var last = entries.get(PAGE_SIZE - 1).number();
            end.add(new Button(text("audit.journal.more"), _ -> showMore(last)));
        }
    }

    private void show(AuditEntry entry) {
        var day = LocalDate.ofInstant(entry.at(), zone);
        if (!day.equals(lastDay)) {
            lastDay = day;
            lastList = new UnorderedList();
            lastList.addClassName("journal-day");
            var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(language().formats());
            days.add(new Section(new H2(format.format(day)), lastList));
        }
        lastList.add(new JournalLine(entry, language(), zone));
    }

    private Div emptyState() {
        var guide = new Anchor(Addresses.keys(language()), text("audit.journal.to-keys"));
        guide.addClassName("action");
        var empty = new Div(Glyph.LIST.draw(), new Paragraph(text("audit.journal.empty")), guide);
        empty.addClassName("empty-state");
        return empty;
    }
}
