package dev.porteclef.policy.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Definitions;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.platform.ui.Reading;
import dev.porteclef.platform.ui.StructuredData;
import dev.porteclef.platform.ui.StructuredData.Crumb;
import dev.porteclef.policy.StaffDeed;
import dev.porteclef.policy.StaffDeed.Trace;
import java.util.List;
import java.util.Locale;

/// What staff can do with a customer's key, and what they cannot. Drawn from [StaffDeed], to which the services are
/// bound: it cannot say anything else than the portal does.
@Route(Page.LOCALE + "/policy")
@Reading
@AnonymousAllowed
class PolicyView extends Page {

    @Override
    protected String title() {
        return text("policy.title");
    }

    @Override
    public PageHead head() {
        return new PageHead(
                title(),
                text("policy.lede"),
                true,
                List.of(StructuredData.breadcrumbs(
                        new Crumb(text("shell.home.title"), Addresses.home(language())),
                        new Crumb(title(), Addresses.policy(language())))));
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "policy");
        var can = new UnorderedList();
        StaffDeed.allowed().forEach(deed -> can.add(allowed(deed)));
        var cannot = new UnorderedList();
        StaffDeed.never().forEach(deed -> cannot.add(line(Glyph.BAN, deed)));
        var columns = new Div(column("policy.can", can), column("policy.cannot", cannot));
        columns.addClassName("policy-columns");
        add(new PageHeader(title(), text("policy.lede")), columns, traces(), ways());
    }

    private Section column(String title, UnorderedList deeds) {
        deeds.addClassName("deeds");
        var heading = new H2(text(title));
        heading.addClassName("card-title");
        var section = new Section(heading, deeds);
        section.addClassName("card");
        return section;
    }

    private ListItem allowed(StaffDeed deed) {
        var line = line(Glyph.CHECK, deed);
        var marks = new UnorderedList();
        marks.addClassName("deed-marks");
        deed.roles().forEach(role -> marks.add(mark(Glyph.USER, "policy.role." + role.name())));
        var trace = mark(Glyph.LIST, deed.trace().translationKey());
        trace.addClassName("trace-" + deed.trace().name().toLowerCase(Locale.ROOT));
        marks.add(trace);
        line.add(marks);
        return line;
    }

    private ListItem line(Glyph glyph, StaffDeed deed) {
        var words = new Paragraph(text(deed.translationKey()));
        var line = new ListItem(glyph.draw(), words);
        line.addClassNames("deed", deed.isAllowed() ? "deed-allowed" : "deed-never");
        return line;
    }

    private ListItem mark(Glyph glyph, String key) {
        return new ListItem(glyph.draw(), new Span(text(key)));
    }

    private Section traces() {
        var meanings = new Definitions();
        for (var trace : Trace.values()) {
            meanings.add(text(trace.translationKey()), text(trace.translationKey() + ".text"));
        }
        var heading = new H2(text("policy.traces"));
        heading.addClassName("card-title");
        var section = new Section(heading, meanings);
        section.addClassName("policy-traces");
        return section;
    }

    private Paragraph ways() {
        var ways = new Paragraph(
                new Anchor(Addresses.journal(language()), text("policy.to-journal")),
                new Anchor(Addresses.help(language()), text("policy.to-help")));
        ways.addClassNames("cluster", "policy-ways");
        return ways;
    }
}
