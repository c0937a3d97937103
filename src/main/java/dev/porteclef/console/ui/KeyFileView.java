package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyFile;
import dev.porteclef.console.Looks;
import dev.porteclef.console.Unsent;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Rotation;
import dev.porteclef.key.RotationRule;
import dev.porteclef.key.ui.KeyParts;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Presence;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.Fellows;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.ReadyAnswers;
import dev.porteclef.support.ui.AnswerPanel;
import dev.porteclef.watch.DeclaredIncidents;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One customer's key as support sees it: how it stands and why first, then all that is known and all that happened.
/// Opening it is on the customer's record; nothing secret is here.
@Route(Page.LOCALE + "/console/keys/:key([0-9a-f-]{36})")
@RolesAllowed({Role.Names.SUPPORT, Role.Names.ADMIN})
class KeyFileView extends Page {

    private final KeyDesk desk;
    private final DeclaredIncidents incidents;
    private final CustomersKeys keys;
    private final ExchangeCatalogue catalogue;
    private final Explanations explanations;
    private final Background background;
    private final RotationRule rotation;
    private final Clock clock;
    private final Presence presence;
    private final Bulletin bulletin;
    private final Looks looks;
    private final Unsent unsent;
    private final AnswerDesk answerDesk;
    private final ReadyAnswers ready;
    private final ConsoleFrame frame;
    private final boolean readsQuestions;
    private final Murmur murmur = new Murmur();
    private final Div said = new Div();
    private final InPlace parts = new InPlace();
    private @Nullable KeyFile file;
    private @Nullable KeyTimeline timeline;
    private @Nullable AnswerPanel answers;
    private @Nullable Fellows fellows;
    private @Nullable CheckNow check;

    KeyFileView(
            KeyDesk desk,
            DeclaredIncidents incidents,
            CustomersKeys keys,
            ExchangeCatalogue catalogue,
            Explanations explanations,
            Background background,
            RotationRule rotation,
            Presence presence,
            Looks looks,
            Unsent unsent,
            AnswerDesk answerDesk,
            ReadyAnswers ready,
            Clock clock,
            ConsoleFrame frame,
            Bulletin bulletin) {
        this.desk = desk;
        this.incidents = incidents;
        this.keys = keys;
        this.catalogue = catalogue;
        this.explanations = explanations;
        this.background = background;
        this.rotation = rotation;
        this.presence = presence;
        this.bulletin = bulletin;
        this.looks = looks;
        this.unsent = unsent;
        this.answerDesk = answerDesk;
        this.ready = ready;
        this.clock = clock;
        this.frame = frame;
        this.readsQuestions = frame.isForSupport();
        said.addClassName("page-said");
        LivePart.follow(this, bulletin, () -> Topic.keysOf(shown().key().owner()), this::renew);
        LivePart.follow(this, bulletin, () -> Topic.INCIDENTS, this::place);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("key").flatMap(KeyId::of).orElseThrow(NotFoundException::new);
        // The page in the other language is the same look.
        var same = file != null && file.key().id().equals(id);
        file = (same ? desk.again(id) : desk.open(id)).orElseThrow(NotFoundException::new);
        said.removeAll();
    }

    @Override
    protected String title() {
        return shown().key().label();
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "console", "key", "key-file");
        parts.forget();
        check = new CheckNow(this, keys, background, this::renew, this::say).show(shown().key());
        var id = shown().key().id().value();
        timeline = new KeyTimeline(
                desk,
                words(),
                this::drawParts,
                readsQuestions,
                new UnsentText(unsent, Unsent.place("note", shown().key().id())));
        fellows =
                new Fellows(Topic.deskOf(id), () -> presence.enterKey(id), presence, bulletin, this::beside, () -> {});
        answers = readsQuestions ? new AnswerPanel(this, answerDesk, ready, language(), zone()) : null;
        place();
    }

    private void place() {
        var now = shown();
        var wanted = new ArrayList<Component>();
        wanted.add(parts.keep(
                "head",
                List.of(now.key().label(), now.line().customer(), rotation(now)),
                () -> new KeyFileHead(this, words(), readsQuestions)
                        .of(now, drawParts(now).environment(), looks, unsent)));
        Optional.ofNullable(fellows).ifPresent(wanted::add);
        var checking = drawnCheck().show(now.key());
        wanted.add(said);
        wanted.add(murmur);
        wanted.add(parts.keep("keyboard", "", this::keyboard));
        incidents
                .of(now.key())
                .ifPresent(one ->
                        wanted.add(parts.keep("incident", one, () -> sections().incident(one))));
        wanted.add(parts.keep("verdict", now.key(), () -> drawParts(now).verdict()));
        wanted.add(checking);
        var panel = answers;
        if (panel != null) {
            panel.show(now.key(), now.line().customer(), now.line().language());
            wanted.add(parts.keep("answers", "", () -> sections().section("support.conversation.title", panel)));
        }
        wanted.add(parts.keep(
                "facts", now.line(), () -> sections().facts(now, drawParts(now).strategy())));
        drawParts(now)
                .help(explanations, words().rule().of(now.line().connectedAt(), clock.instant()) != Rotation.FINE)
                .ifPresent(help -> wanted.add(
                        parts.keep("help", now.key(), () -> sections().section("console.file.help", help))));
        wanted.add(parts.keep(
                "rights",
                List.of(now.key().report(), now.key().strategy()),
                () -> sections().section("console.file.rights", drawParts(now).rights())));
        wanted.add(parts.keep("others", now.others(), () -> sections().others(now)));
        drawn().show(now.key());
        wanted.add(parts.keep("timeline", "", () -> sections().section("console.file.timeline", drawn())));
        InPlace.arrange(getContent(), wanted);
    }

    private String rotation(KeyFile now) {
        return words().rotation(now.line());
    }

    /// A check, the customer or another agent has changed something.
    private void renew() {
        var before = shown();
        desk.again(before.key().id())
                .ifPresentOrElse(
                        now -> {
                            file = now;
                            place();
                            if (now.key().headline() != before.key().headline()) {
                                murmur.say(text(
                                        "live.key",
                                        now.key().label(),
                                        text(now.key().headline().translationKey())));
                            }
                        },
                        () -> {
                            said.removeAll();
                            said.add(new Notice(Notice.Kind.WARNING, text("console.file.gone")));
                            drawnCheck().end();
                        });
    }

    private KeyParts drawParts(KeyFile now) {
        return drawParts(now.key());
    }

    private KeyParts drawParts(ExchangeKey key) {
        return new KeyParts(this, key, catalogue.get(key.exchange()), language(), zone());
    }

    private FileSections sections() {
        return new FileSections(this, words());
    }

    private LineWords words() {
        return new LineWords(this, language(), zone(), catalogue, rotation, clock.instant());
    }

    private KeyFile shown() {
        if (file == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return file;
    }

    private void say(Notice notice) {
        said.removeAll();
        said.add(notice);
    }

    private ConsoleKeys keyboard() {
        var keyboard = frame.keys(this)
                .on("c", "console.check", () -> drawnCheck().press())
                .on("n", "console.note", () -> drawn().begin())
                .on("u", "console.keyboard.back", this::goBack)
                .on("1", "console.keys.title", this::goBack);
        var panel = answers;
        return panel == null ? keyboard : keyboard.on("a", "support.answer.kind.ANSWER", panel::begin);
    }

    /// To the list as it was left, at this key's row.
    private void goBack() {
        WayBack.go(WayBack.to(language(), shown().key().id()));
    }

    /// Another agent who has the key open.
    private String beside(Presence.Other other) {
        var since = words().time(other.since());
        return other.isSelf()
                ? text("console.beside.self", since)
                : text("console.beside", desk.nameOf(other.person()).orElse("—"), since);
    }

    private CheckNow drawnCheck() {
        if (check == null) {
            throw new IllegalStateException("used before it was drawn");
        }
        return check;
    }

    private KeyTimeline drawn() {
        if (timeline == null) {
            throw new IllegalStateException("used before it was drawn");
        }
        return timeline;
    }
}
