package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.audit.ui.ObjectJournal;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.CheckOutcome.Checked;
import dev.porteclef.key.CheckOutcome.NotCheckable;
import dev.porteclef.key.CheckOutcome.NothingLearnt;
import dev.porteclef.key.CheckOutcome.TooManyTries;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One key: its verdict and what to do first, then what is known of it and how. Somebody else's is not found.
@Route(Page.LOCALE + "/keys/:key([0-9a-f-]{36})")
@RolesAllowed(Role.Names.CUSTOMER)
class KeyView extends Page implements KeyDeeds.Stage {

    /// How far back the journal of one key goes here; all of it stands in the journal itself.
    private static final Duration JOURNAL = Duration.ofDays(90);

    private static final int LATEST_ACTS = 8;

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final AuditLog journal;
    private final ExchangeCatalogue catalogue;
    private final Installation installation;
    private final Background background;
    private final Clock clock;
    private final Div said = new Div();
    private final Div result = new Div();
    private final Button again = new Button();
    private @Nullable ExchangeKey key;

    KeyView(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            AuditLog journal,
            ExchangeCatalogue catalogue,
            Installation installation,
            Background background,
            Clock clock) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.journal = journal;
        this.catalogue = catalogue;
        this.installation = installation;
        this.background = background;
        this.clock = clock;
        result.addClassName("stack");
        again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        again.setIcon(Glyph.REFRESH.draw());
        again.setDisableOnClick(true);
        again.addClickListener(click -> check());
    }

    /// The address of a key's page.
    static String address(Language language, KeyId key) {
        return Addresses.keys(language) + "/" + key;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        key = event.getRouteParameters()
                .get("key")
                .flatMap(KeyView::parse)
                .flatMap(keys::find)
                .orElseThrow(NotFoundException::new);
        said.removeAll();
    }

    @Override
    protected String title() {
        return shown().label();
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "key", "stack");
        var key = shown();
        var words = words(key);
        var age = new KeyAge(clock.instant(), zone());
        var badges = new Div(words.environment(key));
        badges.addClassNames("cluster", "tight");
        age.rotation(key, words).ifPresent(badges::add);
        add(new PageHeader(key.label(), badges), said, result, actions(key));
        show(key);
        help(key, age.rotation(key).isPresent());
        var successor = upkeep.successorOf(key.id());
        var before = Optional.ofNullable(key.standing().replaces()).flatMap(keys::find);
        add(new KeyFacts(key, exchange(), language(), words, age, before, successor));
        section("key.proven.title", new ProvenRights(key, exchange(), words));
        section("key.history.title", new KeyHistory(key, upkeep.history(key.id()), words));
        section("key.journal.title", acts(key));
    }

    @Override
    public void changed(ExchangeKey now, Notice notice) {
        redraw(now);
        say(notice);
        UI.getCurrentOrThrow().getPage().setTitle(title());
    }

    @Override
    public void gone(Notice notice) {
        UI.getCurrentOrThrow()
                .navigate(
                        KeysView.class, new RouteParameters("locale", language().tag()))
                .ifPresent(list -> list.say(notice));
    }

    private void say(Notice notice) {
        said.removeAll();
        said.add(notice);
        said.scrollIntoView();
    }

    private void redraw(ExchangeKey now) {
        key = now;
        getContent().removeAll();
        draw();
    }

    private VerdictPanel show(ExchangeKey key) {
        var verdict = new VerdictPanel(key, exchange(), language(), words(key), installation.outgoingAddresses());
        result.removeAll();
        result.add(verdict, new CheckListPanel(key.report().checks()));
        return verdict;
    }

    private Component actions(ExchangeKey key) {
        again.setText(text("key.action.check"));
        again.setVisible(key.isCheckable());
        var all = new Div(again, new KeyActions(key, language(), words(key), deeds(), false));
        all.addClassName("key-page-actions");
        return all;
    }

    private void help(ExchangeKey key, boolean old) {
        var entries = RelatedHelp.entries(key, exchange(), old);
        if (!entries.isEmpty()) {
            var help = new Section(
                    new H2(text("key.help.title")), new RelatedHelp(exchange(), language(), words(key), entries));
            help.addClassNames("stack", "tight");
            add(help);
        }
    }

    /// Open where there is room, folded on a phone.
    private void section(String title, Component... content) {
        add(new Fold(isWide(), new H2(text(title)), content));
    }

    private static boolean isWide() {
        var details = UI.getCurrentOrThrow().getPage().getExtendedClientDetails();
        return details == null || details.getWindowInnerWidth() <= 0 || details.getWindowInnerWidth() >= 768;
    }

    private Component acts(ExchangeKey key) {
        var since = latest(key.createdAt(), clock.instant().minus(JOURNAL));
        var acts = journal.ownJournalOf(key.id().value(), since).reversed();
        var list = new Div(journal(acts.stream().limit(LATEST_ACTS).toList()));
        var older = acts.stream().skip(LATEST_ACTS).toList();
        if (!older.isEmpty()) {
            list.add(new Fold(
                    false,
                    new com.vaadin.flow.component.html.Span(text("key.history.older", older.size())),
                    journal(older)));
        }
        list.add(new Anchor(Addresses.journal(language()), text("key.journal.all")));
        list.addClassNames("stack", "journal");
        return list;
    }

    private ObjectJournal journal(List<AuditEntry> entries) {
        return new ObjectJournal(entries, language(), zone());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void check() {
        var list = new CheckListPanel(List.of());
        said.removeAll();
        result.removeAll();
        result.add(list);
        deeds().check(shown(), list, this::end);
    }

    private void end(Optional<CheckOutcome> outcome) {
        again.setEnabled(true);
        switch (outcome.orElse(null)) {
            case null -> {
                show(shown());
                say(KeyDeeds.warning(text("key.check.failed")));
            }
            case Checked(var checked) -> {
                redraw(checked);
                show(checked).focus();
            }
            case NothingLearnt _ -> show(shown());
            case NotCheckable() ->
                keys.find(shown().id())
                        .ifPresentOrElse(
                                now -> changed(now, KeyDeeds.warning(text("key.done.overtaken"))),
                                () -> gone(KeyDeeds.warning(text("key.done.gone", shown().label()))));
            case TooManyTries(var remaining) -> {
                show(shown());
                say(KeyDeeds.warning(text("key.connect.wait", remaining.toMinutes() + 1)));
            }
        }
    }

    private KeyDeeds deeds() {
        return new KeyDeeds(keys, upkeep, catalogue, background, language(), this::words, this);
    }

    private KeyWords words(ExchangeKey key) {
        return new KeyWords(this, language(), zone(), catalogue.get(key.exchange()));
    }

    private Exchange exchange() {
        return catalogue.get(shown().exchange());
    }

    private ExchangeKey shown() {
        if (key == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return key;
    }

    private static Optional<KeyId> parse(String text) {
        try {
            return Optional.of(new KeyId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
