package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CheckInterval;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.RotationRule;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The customer's keys at a glance: each with its headline, its cause and what to do; those in use first.
@Route(Page.LOCALE + "/keys")
@RolesAllowed(Role.Names.CUSTOMER)
class KeysView extends Page implements KeyDeeds.Stage {

    /// With fewer keys a search only stands in the way.
    private static final int MANY = 6;
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final ExchangeKeys keys;
    private final KeyUpkeep upkeep;
    private final ExchangeCatalogue catalogue;
    private final Background background;
    private final RotationRule rotation;
    private final CheckInterval interval;
    private final Clock clock;
    private final Div said = new Div();
    private final Murmur murmur = new Murmur();
    private final Map<KeyId, Headline> known = new HashMap<>();
    private final InPlace parts = new InPlace();
    /// Whether there is a search since the page was drawn.
    private boolean filtered;

    private KeyCards cards = new KeyCards(this::card, this::words);
    private KeyFilter.Wanted wanted = KeyFilter.Wanted.ANY;

    KeysView(
            ExchangeKeys keys,
            KeyUpkeep upkeep,
            ExchangeCatalogue catalogue,
            Background background,
            RotationRule rotation,
            CheckInterval interval,
            Clock clock,
            CurrentUser currentUser,
            Bulletin bulletin) {
        this.keys = keys;
        this.upkeep = upkeep;
        this.catalogue = catalogue;
        this.background = background;
        this.rotation = rotation;
        this.interval = interval;
        this.clock = clock;
        said.addClassName("page-said");
        LivePart.follow(this, bulletin, () -> Topic.keysOf(currentUser.id()), this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        wanted = new KeyFilter.Wanted(
                KeyFilter.Show.of(query.getSingleParameter("show").orElse("")),
                query.getSingleParameter("find").orElse(""));
        said.removeAll();
    }

    @Override
    protected String title() {
        return text("key.list.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "keys", "stack");
        // In the language of now.
        parts.forget();
        cards = new KeyCards(this::card, this::words);
        filtered = false;
        place(keys.own(), Optional.empty());
    }

    /// What says what it said before is left alone.
    ///
    /// @param shown a key that must be seen
    private void place(List<ExchangeKey> own, Optional<KeyId> shown) {
        var now = new ArrayList<Component>();
        now.add(parts.keep(
                "head",
                own.isEmpty(),
                () -> new PageHeader(text("key.list.title"), text("key.list.lede"), connect(own.isEmpty()))));
        now.addAll(List.of(said, murmur));
        if (own.isEmpty()) {
            now.add(parts.keep("nothing", "", this::nothingYet));
        } else {
            // Whoever searches does not lose the field because a key is gone.
            filtered |= own.size() >= MANY || !wanted.isAny();
            if (filtered) {
                now.add(parts.keep("filter", "", () -> new KeyFilter(wanted, this::filter)));
            }
            now.add(cards);
            var rhythm = rhythm(own);
            now.add(parts.keep("rhythm", rhythm, () -> small(rhythm)));
        }
        InPlace.arrange(getContent(), now);
        fill(own, shown);
    }

    @Override
    public void changed(ExchangeKey key, Notice notice) {
        refresh(Optional.of(key.id()));
        cards.of(key.id()).ifPresentOrElse(card -> card.tell(notice), () -> say(notice));
    }

    @Override
    public void gone(Notice notice) {
        refresh(Optional.empty());
        say(notice);
    }

    /// Says something above the list.
    void say(Notice notice) {
        said.removeAll();
        said.add(notice);
        said.scrollIntoView();
    }

    /// A check by the watch, another window or another node has changed something.
    private void renew() {
        var own = keys.own();
        var news = own.stream()
                .filter(key -> known.containsKey(key.id()) && known.get(key.id()) != key.headline())
                .filter(key -> !cards.isBusy(key))
                .toList();
        place(own, Optional.empty());
        if (news.size() == 1) {
            var key = news.getFirst();
            murmur.say(text("live.key", key.label(), text(key.headline().translationKey())));
        } else if (!news.isEmpty()) {
            murmur.say(text("live.keys", news.size()));
        }
    }

    private void filter(KeyFilter.Wanted now) {
        wanted = now;
        rewriteQuery(Map.of("show", now.show().parameter(), "find", now.text().strip()));
        fill(keys.own(), Optional.empty());
    }

    private void refresh(Optional<KeyId> shown) {
        said.removeAll();
        place(keys.own(), shown);
    }

    private Component connect(boolean first) {
        var actions = new Div();
        actions.addClassName("cluster");
        for (var exchange : catalogue.all()) {
            actions.add(new ActionLink(
                    Addresses.connect(language(), exchange.id().value()),
                    text(first ? "key.list.connect.first" : "key.list.connect", exchange.name()),
                    ActionLink.Weight.PRIMARY,
                    Glyph.KEY));
        }
        return actions;
    }

    /// How often these keys are checked by themselves: of several exchanges, the longest.
    private String rhythm(List<ExchangeKey> own) {
        var longest = own.stream()
                .map(key -> interval.of(key.exchange(), key.environment()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return longest.compareTo(TWO_DAYS) < 0
                ? text("watch.interval.hours", Math.max(1, Math.round(longest.toMinutes() / 60.0)))
                : text("watch.interval.days", Math.round(longest.toHours() / 24.0));
    }

    private static Component small(String text) {
        var line = new Paragraph(text);
        line.addClassName("small");
        return line;
    }

    private Component nothingYet() {
        var empty = new Div(new H2(text("key.list.empty.title")), new Paragraph(text("key.list.empty.text")));
        catalogue
                .all()
                .forEach(exchange -> empty.add(new ActionLink(
                        Addresses.guide(language(), exchange.id().value()),
                        text("key.list.empty.guide", exchange.name()),
                        ActionLink.Weight.PLAIN,
                        Glyph.BOOK)));
        empty.addClassName("empty-state");
        return empty;
    }

    private void fill(List<ExchangeKey> own, Optional<KeyId> shown) {
        cards.show(own, wanted, shown);
        known.clear();
        own.forEach(key -> known.put(key.id(), key.headline()));
    }

    private KeyCard card(ExchangeKey key) {
        return new KeyCard(
                key, language(), words(key), new KeyAge(clock.instant(), zone(), rotation), deeds(), this::outdated);
    }

    /// A check that ran on its card has ended in more than the card can show.
    private void outdated(ExchangeKey key) {
        var own = keys.own();
        if (own.stream().noneMatch(one -> one.id().equals(key.id()))) {
            gone(KeyDeeds.warning(text("key.done.gone", key.label())));
        } else {
            fill(own, Optional.of(key.id()));
        }
    }

    private KeyDeeds deeds() {
        return new KeyDeeds(keys, upkeep, catalogue, background, language(), this::words, this);
    }

    private KeyWords words(ExchangeKey key) {
        return new KeyWords(this, language(), zone(), catalogue.get(key.exchange()));
    }
}
