package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.RotationRule;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One key: its verdict and what to do first, then what is known of it and how. Somebody else's is not found.
@Route(Page.LOCALE + "/keys/:key([0-9a-f-]{36})")
@RolesAllowed(Role.Names.CUSTOMER)
class KeyView extends Page implements KeyDeeds.Stage {

    /// How far back the journal of one key goes here; all of it stands in the journal itself.
    private static final Duration JOURNAL = Duration.ofDays(90);

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final AuditLog journal;
    private final ExchangeCatalogue catalogue;
    private final Explanations explanations;
    private final KeyResults results;
    private final Background background;
    private final RotationRule rotation;
    private final OwnersNotices notices;
    private final Clock clock;
    private final Div said = new Div();
    private final Murmur murmur = new Murmur();
    private final InPlace parts = new InPlace();
    private @Nullable ExchangeKey key;
    private @Nullable KeyResult result;

    KeyView(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            AuditLog journal,
            ExchangeCatalogue catalogue,
            Explanations explanations,
            KeyResults results,
            Background background,
            RotationRule rotation,
            OwnersNotices notices,
            Clock clock,
            CurrentUser currentUser,
            Bulletin bulletin) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.journal = journal;
        this.catalogue = catalogue;
        this.explanations = explanations;
        this.results = results;
        this.background = background;
        this.rotation = rotation;
        this.notices = notices;
        this.clock = clock;
        said.addClassName("page-said");
        LivePart.follow(this, bulletin, () -> Topic.keysOf(currentUser.id()), this::renew);
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
        parts.forget();
        result = results.create(words(shown()), this::arrange)
                .whenGone(() -> gone(KeyDeeds.warning(text("key.done.gone", shown().label()))));
        place(shown());
    }

    /// A check by the watch, another window or another node has changed something.
    private void renew() {
        var before = shown();
        keys.find(before.id())
                .ifPresentOrElse(
                        now -> {
                            key = now;
                            place(now);
                            if (now.headline() != before.headline() && !drawn().isAsking()) {
                                murmur.say(text(
                                        "live.key",
                                        now.label(),
                                        text(now.headline().translationKey())));
                            }
                        },
                        () -> gone(KeyDeeds.warning(text("key.done.gone", before.label()))));
    }

    @Override
    public void changed(ExchangeKey now, Notice notice) {
        arrange(now);
        said.add(notice);
        said.scrollIntoView();
        UI.getCurrentOrThrow().getPage().setTitle(title());
    }

    @Override
    public void gone(Notice notice) {
        UI.getCurrentOrThrow()
                .navigate(
                        KeysView.class, new RouteParameters("locale", language().tag()))
                .ifPresent(list -> list.say(notice));
    }

    private void arrange(ExchangeKey now) {
        key = now;
        said.removeAll();
        place(now);
    }

    /// For a person in trouble: the verdict and what to do first, then where to read on, then all that is known. What
    /// says what it said before is left alone.
    private void place(ExchangeKey key) {
        var words = words(key);
        var age = new KeyAge(clock.instant(), zone(), rotation);
        var due = age.rotation(key);
        var wanted = new ArrayList<Component>();
        wanted.add(parts.keep("head", List.of(key.label(), key.environment(), due), () -> head(key, words, age)));
        wanted.addAll(List.of(said, murmur));
        notices.about(key, this, language())
                .ifPresent(told -> wanted.add(parts.keep("notices", told.basis(), told.draw())));
        wanted.add(drawn());
        drawn().show(key);
        wanted.add(parts.refill(
                "actions",
                key,
                KeyActions.class,
                () -> new KeyActions(key, language(), words, deeds(), false),
                actions -> actions.show(key)));
        var entries = RelatedHelp.entries(key, exchange(), explanations, due.isPresent());
        if (!entries.isEmpty()) {
            wanted.add(parts.keep("help", List.copyOf(entries), () -> help(words, entries)));
        }
        var successor = upkeep.successorOf(key.id());
        var before = Optional.ofNullable(key.standing().replaces()).flatMap(keys::find);
        wanted.add(parts.keep(
                "facts",
                List.of(key, before, successor),
                () -> new KeyFacts(key, exchange(), language(), words, age, before, successor)));
        wanted.add(section(
                "key.proven.title",
                parts.refill(
                        "proven",
                        key,
                        ProvenRights.class,
                        () -> new ProvenRights(key, exchange(), words),
                        rights -> rights.show(key))));
        var checks = upkeep.history(key.id());
        wanted.add(section(
                "key.history.title",
                parts.refill(
                        "history",
                        checks,
                        KeyHistory.class,
                        () -> new KeyHistory(key, words),
                        history -> history.show(checks, clock.instant()))));
        var acts = acts(key);
        wanted.add(section(
                "key.journal.title",
                parts.refill(
                        "journal",
                        acts,
                        KeyJournal.class,
                        () -> new KeyJournal(language(), zone()),
                        journal -> journal.show(acts))));
        InPlace.arrange(getContent(), wanted);
    }

    private PageHeader head(ExchangeKey key, KeyWords words, KeyAge age) {
        var badges = new Div(words.environment(key));
        badges.addClassNames("cluster", "tight");
        age.rotation(key, words).ifPresent(badges::add);
        return new PageHeader(key.label(), badges);
    }

    private Section help(KeyWords words, Set<String> entries) {
        var help = new Section(new H2(text("key.help.title")), new RelatedHelp(exchange(), language(), words, entries));
        help.addClassNames("stack", "tight");
        return help;
    }

    /// Open where there is room, folded on a phone.
    private Component section(String title, Component content) {
        return parts.keep(title, content, () -> new Fold(isWide(), new H2(text(title)), content));
    }

    private static boolean isWide() {
        var details = UI.getCurrentOrThrow().getPage().getExtendedClientDetails();
        return details == null || details.getWindowInnerWidth() <= 0 || details.getWindowInnerWidth() >= 768;
    }

    private List<AuditEntry> acts(ExchangeKey key) {
        var since = latest(key.createdAt(), clock.instant().minus(JOURNAL));
        return journal.ownJournalOf(key.id().value(), since).reversed();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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

    private KeyResult drawn() {
        if (result == null) {
            throw new IllegalStateException("used before it was drawn");
        }
        return result;
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
