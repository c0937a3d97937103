package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.Mistake;
import dev.porteclef.practice.PracticeKey;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.practice.Rehearsal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leads through every mistake once. The page prepares and explains; the ticks come from what the portal concludes.
@Route(value = Page.LOCALE + "/practice/bitfinex/rehearsal", registerAtStartup = false)
@RolesAllowed(Role.Names.CUSTOMER)
class RehearsalView extends Page {

    private final Rehearsal rehearsal;
    private final PracticeKeys practiceKeys;
    private final ExchangeKeys keys;
    private final Mishaps mishaps;
    private final Exchange exchange;
    private final Paragraph said = new Paragraph();
    private final Select<PracticeKey> chosen = new Select<>();
    private final MishapBanner banner;
    private String wantedKey = "";

    RehearsalView(
            Rehearsal rehearsal,
            PracticeKeys practiceKeys,
            ExchangeKeys keys,
            Mishaps mishaps,
            PracticeNavigation navigation) {
        this.rehearsal = rehearsal;
        this.practiceKeys = practiceKeys;
        this.keys = keys;
        this.mishaps = mishaps;
        exchange = navigation.imitated();
        banner = new MishapBanner(mishaps, practiceKeys, () -> {});
        said.addClassNames("practice-said", "muted");
        said.getElement().setAttribute("role", "status");
        chosen.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        getContent().addClassName("practice-page");
    }

    /// The page's address, relative to the application's root.
    static String address(Language language, Exchange exchange) {
        return Addresses.practice(language, exchange.id().value()) + "/rehearsal";
    }

    @Override
    protected String title() {
        return text("practice.rehearsal.title");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        wantedKey = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .orElse(wantedKey);
    }

    @Override
    protected void draw() {
        var made = rehearsal.made();
        var own = practiceKeys.own();
        said.setText("");
        var page = new Section(header(made.size()), banner, key(own));
        page.addClassNames("page", "stack", "rehearsal");
        var next = Arrays.stream(Mistake.values())
                .filter(mistake -> !made.containsKey(mistake))
                .findFirst()
                .orElse(null);
        for (var part : Mistake.Part.values()) {
            page.add(part(part, made, next));
        }
        page.add(startOver(made.isEmpty()), said);
        add(new PracticeBand(exchange.name()), page);
        banner.draw();
    }

    private Component header(int made) {
        var all = Mistake.values().length;
        var words = new Paragraph(
                new Span(text("practice.rehearsal.progress.label")),
                new Span(text("practice.rehearsal.progress", made, all)));
        words.addClassName("rehearsal-count");
        var bar = new ProgressBar(0, all, made);
        bar.getElement().setAttribute("aria-label", text("practice.rehearsal.progress.label"));
        var progress = new Div(
                words, bar, new Paragraph(text(made == all ? "practice.rehearsal.done" : "practice.rehearsal.earned")));
        progress.addClassName("rehearsal-progress");
        return new PageHeader(
                title(),
                text("practice.rehearsal.lede"),
                new Div(new ActionLink(
                        practicePage(), text("practice.rehearsal.back"), ActionLink.Weight.PLAIN, Glyph.FLASK)),
                progress);
    }

    /// Which key the mishaps befall; the address keeps the choice.
    private Component key(List<PracticeKey> own) {
        if (own.isEmpty()) {
            return new Notice(
                    Notice.Kind.PRACTICE,
                    text("practice.rehearsal.key.none"),
                    new Paragraph(text("practice.rehearsal.key.none.text")));
        }
        var wanted = wantedKey;
        chosen.setLabel(text("practice.rehearsal.key"));
        chosen.setHelperText(text("practice.rehearsal.key.hint"));
        chosen.setItems(own);
        chosen.setItemLabelGenerator(key -> text("practice.rehearsal.key.one", key.label(), key.lastFour()));
        chosen.setValue(own.stream()
                .filter(key -> key.id().toString().equals(wanted))
                .findFirst()
                .or(() -> own.stream().filter(key -> connected(key).isPresent()).findFirst())
                .orElse(own.getFirst()));
        chosen.addClassName("rehearsal-key");
        return chosen;
    }

    private void choose(@Nullable PracticeKey key) {
        if (key != null) {
            wantedKey = key.id().toString();
            rewriteQuery(Map.of("key", wantedKey));
        }
    }

    private Component part(Mistake.Part part, Map<Mistake, Instant> made, @Nullable Mistake next) {
        var list = new OrderedList();
        list.addClassName("steps");
        // Numbered through all parts.
        var before =
                Arrays.stream(Mistake.values()).filter(mistake -> mistake.part().compareTo(part) < 0);
        list.getElement().setAttribute("start", Long.toString(before.count() + 1));
        for (var mistake : Mistake.values()) {
            if (mistake.part() == part) {
                var step = step(mistake, made.get(mistake));
                list.add(mistake == next ? step.open() : step);
            }
        }
        var section = new Section(new H2(text(part.translationKey())), list);
        section.addClassNames("stack");
        return section;
    }

    private MistakeStep step(Mistake mistake, @Nullable Instant at) {
        var madeOn = at == null
                ? null
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language().formats())
                        .withZone(zone())
                        .format(at);
        var mishap = mistake.mishap().orElse(null);
        if (mishap == null) {
            return new MistakeStep(mistake, madeOn, makeKey(), pasteKey());
        }
        var prepare = new Button(text("practice.rehearsal.prepare"));
        prepare.setAriaLabel(text("practice.rehearsal.prepare.which", text(mistake.translationKey())));
        var step = new MistakeStep(mistake, madeOn, prepare);
        prepare.setEnabled(!chosen.isEmpty());
        prepare.addClickListener(click -> prepare(step, mishap));
        return step;
    }

    private void prepare(MistakeStep step, Mishap mishap) {
        var key = chosen.getValue();
        if (key == null || !mishaps.befall(key.id(), mishap)) {
            step.say(text("practice.rehearsal.gone"), makeKey());
            return;
        }
        banner.draw();
        var done = text("practice.rehearsal.prepared", text(mishap.translationKey()), key.label());
        connected(key)
                .ifPresentOrElse(
                        stored -> step.say(
                                done + " " + text("practice.rehearsal.prepared.check"),
                                new ActionLink(
                                        Addresses.keys(language()) + "/" + stored.id(),
                                        text("practice.rehearsal.check"),
                                        ActionLink.Weight.PRIMARY,
                                        Glyph.KEY)),
                        () -> step.say(done + " " + text("practice.rehearsal.prepared.connect"), pasteKey()));
    }

    /// The portal's own key behind a practice key, if it can be checked: told by its end, which the portal knows once
    /// the key was accepted.
    private Optional<ExchangeKey> connected(PracticeKey key) {
        return keys.own().stream()
                .filter(stored -> stored.environment() == Environment.PRACTICE
                        && stored.isCheckable()
                        && stored.tail().equals(key.lastFour()))
                .findFirst();
    }

    private Component makeKey() {
        return new ActionLink(
                practicePage(), text("practice.rehearsal.make-key"), ActionLink.Weight.PLAIN, Glyph.FLASK);
    }

    private Component pasteKey() {
        return new ActionLink(
                Addresses.connect(
                                language(),
                                exchange.id().value(),
                                exchange.defaultStrategy().toString())
                        + "&kind=practice",
                text("practice.rehearsal.paste"),
                ActionLink.Weight.PLAIN,
                Glyph.KEY);
    }

    private String practicePage() {
        return Addresses.practice(language(), exchange.id().value());
    }

    private Component startOver(boolean nothingMade) {
        var again = new Button(text("practice.rehearsal.start-over"), Glyph.REFRESH.draw(), click -> ask());
        again.setEnabled(!nothingMade);
        return new Div(again);
    }

    private void ask() {
        var dialog = new ConfirmDialog();
        dialog.setHeader(text("practice.rehearsal.start-over.heading"));
        dialog.setText(text("practice.rehearsal.start-over.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(text("practice.rehearsal.start-over.cancel"));
        dialog.setConfirmText(text("practice.rehearsal.start-over.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> {
            rehearsal.startOver();
            getContent().removeAll();
            draw();
            said.setText(text("practice.rehearsal.start-over.done"));
        });
        dialog.open();
    }
}
