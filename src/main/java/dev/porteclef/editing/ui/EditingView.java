package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.EditorsDesk.Line;
import dev.porteclef.editing.Export;
import dev.porteclef.editing.Work;
import dev.porteclef.help.Misses;
import dev.porteclef.help.Sequels;
import dev.porteclef.help.Sequels.Share;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/// Every article of the help center as editors see it: what needs work first, and below it what readers did not find.
@Route(Page.LOCALE + "/editing")
@RolesAllowed(Role.Names.EDITOR)
class EditingView extends Page {

    private static final Share NOBODY = new Share(0, 0);

    private static final int LATEST_MISSES = 50;

    private final EditorsDesk desk;
    private final Drafts drafts;
    private final Export export;
    private final Misses misses;
    private final Optional<Sequels> sequels;
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private List<Line> lines = List.of();
    private Map<String, Share> shares = Map.of();
    private Optional<Work> show = Optional.empty();
    private String find = "";

    EditingView(
            EditorsDesk desk,
            Drafts drafts,
            Export export,
            ObjectProvider<Misses> misses,
            ObjectProvider<Sequels> sequels) {
        this.desk = desk;
        this.drafts = drafts;
        this.export = export;
        this.misses = misses.getIfAvailable(() -> Misses.NONE);
        this.sequels = Optional.ofNullable(sequels.getIfAvailable());
        count.getElement().setAttribute("role", "status");
        list.addClassName("editing-list");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        show = query.getSingleParameter("show").flatMap(Work::of);
        find = query.getSingleParameter("find").orElse("");
    }

    @Override
    protected String title() {
        return text("editing.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "editing");
        lines = desk.lines(language());
        shares = sequels.map(Sequels::shares).orElse(Map.of());
        add(new PageHeader(title(), text("editing.lede")), tools(), filter(), count, list);
        fill();
        missed().ifPresent(this::add);
    }

    private Div tools() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var zip = export.zip();
                    return new DownloadResponse(
                            new ByteArrayInputStream(zip), "help-articles.zip", "application/zip", zip.length);
                }),
                "");
        link.add(Glyph.COPY.draw(), new Span(text("editing.export", export.size())));
        link.addClassNames("action", "action-plain");
        link.setId("export");
        var tools = new Div(link, begin());
        tools.addClassName("editing-tools");
        return tools;
    }

    private Component begin() {
        var name = new TextField(text("editing.new.name"));
        name.setHelperText(text("editing.new.hint"));
        name.setId("new-name");
        name.setWidthFull();
        var button = new Button(text("editing.new.begin"), _ -> begin(name));
        button.setId("new-begin");
        var form = new Div(name, button);
        form.addClassNames("card", "stack");
        var fold = new NativeDetails(text("editing.new"), form);
        fold.addClassNames("fold-plain", "editing-new");
        return fold;
    }

    private void begin(TextField name) {
        name.setInvalid(false);
        var family = name.getValue().strip();
        switch (drafts.begin(family)) {
            case BEGUN -> UI.getCurrentOrThrow().navigate(Addresses.editing(language(), family));
            case NO_NAME -> refuse(name, text("editing.new.no-name"));
            case TAKEN -> refuse(name, text("editing.new.taken"));
        }
    }

    private static void refuse(TextField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private Div filter() {
        var words = new TextField(text("editing.find"));
        words.setValue(find);
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setId("editing-find");
        words.addValueChangeListener(change -> filter(show, change.getValue()));
        var states = new Select<Work>();
        states.setLabel(text("editing.show"));
        states.setItems(Work.values());
        states.setEmptySelectionAllowed(true);
        states.setEmptySelectionCaption(text("editing.show.all"));
        states.setItemLabelGenerator(work -> work == null ? text("editing.show.all") : text(work.translationKey()));
        show.ifPresent(states::setValue);
        states.setId("editing-show");
        states.addValueChangeListener(change -> filter(Optional.ofNullable(change.getValue()), find));
        var filter = new Div(words, states);
        filter.addClassName("editing-filter");
        filter.getElement().setAttribute("role", "search");
        return filter;
    }

    private void filter(Optional<Work> work, String words) {
        show = work;
        find = words;
        rewriteQuery(Map.of("show", work.map(Work::word).orElse(""), "find", words.strip()));
        fill();
    }

    private void fill() {
        var part = find.strip().toLowerCase(Locale.ROOT);
        var shown = lines.stream()
                .filter(line -> show.isEmpty() || line.work().contains(show.get()))
                .filter(line -> line.title().toLowerCase(Locale.ROOT).contains(part)
                        || line.family().contains(part))
                .toList();
        list.removeAll();
        shown.forEach(line -> list.add(item(line)));
        count.setText(text("editing.count", shown.size(), lines.size()));
    }

    private ListItem item(Line line) {
        var link = new Anchor(Addresses.editing(language(), line.family()), line.title());
        link.addClassName("editing-name");
        var badges = new Div();
        badges.addClassNames("cluster", "tight");
        line.work().forEach(work -> badges.add(badge(work)));
        if (line.work().isEmpty()) {
            badges.add(new Badge(Badge.Tone.GREEN, Glyph.CHECK, text("editing.work.none")));
        }
        var meta = new Paragraph();
        meta.addClassName("key-meta");
        if (!line.work().contains(Work.WITHDRAWN)) {
            for (var one : Language.values()) {
                meta.add(new Span(text(
                        "editing.standing",
                        text("editing.language." + one.tag()),
                        text("editing.standing." + line.standings().get(one)))));
            }
        }
        var days = line.days();
        if (days != null) {
            meta.add(new Span(text("editing.reviewed", days)));
        }
        if (sequels.isPresent()) {
            var share = shares.getOrDefault(line.family(), NOBODY);
            meta.add(new Span(text("editing.green", share.readers(), share.green())));
        }
        return new ListItem(link, badges, meta);
    }

    private Badge badge(Work work) {
        var words = text(work.translationKey());
        return switch (work) {
            case HIDDEN, MISSING -> new Badge(Badge.Tone.RED, Glyph.CROSS, words);
            case BROKEN, BASE_MOVED, BEHIND -> new Badge(Badge.Tone.AMBER, Glyph.WARNING, words);
            case DRAFT -> new Badge(Badge.Tone.GREY, Glyph.PENCIL, words);
            case STALE -> new Badge(Badge.Tone.GREY, Glyph.CLOCK, words);
            case WITHDRAWN -> new Badge(Badge.Tone.GREY, Glyph.MINUS, words);
        };
    }

    /// What was searched for and led to nothing; nothing where nobody remembers.
    private Optional<Section> missed() {
        var latest = misses.latest(LATEST_MISSES);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        var heading = new H2(text("editing.misses"));
        heading.setId("misses");
        var searched = new OrderedList();
        searched.addClassName("editing-misses");
        for (var miss : latest) {
            var words = new Span(miss.words());
            words.addClassName("editing-name");
            words.getElement().setAttribute("lang", miss.language().tag());
            var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(language().formats())
                    .withZone(zone())
                    .format(miss.lastAt());
            var meta = new Span(text(
                    "editing.miss", text("editing.language." + miss.language().tag()), miss.times(), day));
            meta.addClassName("key-meta");
            searched.add(new ListItem(words, meta));
        }
        var section = new Section(heading, new Paragraph(text("editing.misses.text")), searched);
        section.addClassNames("card", "stack");
        section.getElement().setAttribute("aria-labelledby", "misses");
        return Optional.of(section);
    }
}
