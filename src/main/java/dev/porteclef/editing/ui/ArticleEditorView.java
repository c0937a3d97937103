package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.FrontMatter;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.editing.Publishing;
import dev.porteclef.editing.Withdrawals;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.help.Voices;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Presence;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.Fellows;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// Both languages of an article side by side, saved as they are typed, and everything that concerns their publication.
@Route(Page.LOCALE + "/editing/:family([A-Za-z0-9-]+)")
@RolesAllowed(Role.Names.EDITOR)
class ArticleEditorView extends Page implements EditorPage {

    private static final Language TRANSLATION = Shelf.ORIGINAL.other();

    private final EditorsDesk desk;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Withdrawals withdrawals;
    private final Presence presence;
    private final Bulletin bulletin;
    private final HelpCenter help;
    private final ObjectProvider<Voices> voices;
    private final BaseDecisions bases;
    private final PublicationActs acts;
    private final Div said = new Div();
    private String family = "";
    private String compared = "";
    private Optional<HistoryPanel.Compared> comparison = Optional.empty();
    /// The last publications that the page has told of, by language.
    private Map<Language, Integer> told = Map.of();
    private @Nullable Fellows fellows;
    private @Nullable Columns columns;
    private @Nullable PublishPanel publish;
    private @Nullable WithdrawPanel withdraw;
    private @Nullable FollowPanel follow;
    private @Nullable HistorySection history;

    ArticleEditorView(
            EditorsDesk desk,
            Drafts drafts,
            Publishing publishing,
            Withdrawals withdrawals,
            Presence presence,
            Bulletin bulletin,
            HelpCenter help,
            ObjectProvider<Voices> voices) {
        this.desk = desk;
        this.drafts = drafts;
        this.publishing = publishing;
        this.withdrawals = withdrawals;
        this.presence = presence;
        this.bulletin = bulletin;
        this.help = help;
        this.voices = voices;
        this.bases = new BaseDecisions(desk, drafts, publishing, this);
        this.acts = new PublicationActs(publishing, withdrawals, this);
        said.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        family = event.getRouteParameters().get("family").orElseThrow(NotFoundException::new);
        if (Stream.of(Language.values()).noneMatch(one -> manuscript(one).exists())) {
            throw new NotFoundException();
        }
        var query = event.getLocation().getQueryParameters();
        compared = query.getSingleParameter("history").orElse("");
        try {
            comparison = Optional.of(new HistoryPanel.Compared(
                    Integer.parseInt(query.getSingleParameter("from").orElse("")),
                    Integer.parseInt(query.getSingleParameter("to").orElse(""))));
        } catch (NumberFormatException e) {
            comparison = Optional.empty();
        }
        said.removeAll();
    }

    @Override
    protected String title() {
        return text("editing.editor.title", name());
    }

    private String name() {
        return desk.title(family, language());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "editor");
        fellows = new Fellows(
                Topic.editing(family),
                () -> presence.enterArticle(family),
                presence,
                bulletin,
                other -> bylines().beside(other),
                this::news);
        fill();
    }

    /// Draws everything but who else is here, whose time goes on.
    private void fill() {
        var parts = new ArrayList<Component>(List.of(
                way(),
                new PageHeader(title(), text("editing.editor.lede"), read()),
                said,
                Objects.requireNonNull(fellows)));
        var both = new Columns(desk, drafts, bylines(), this::judge);
        columns = both;
        var sides = new Div();
        sides.addClassName("editor-columns");
        var seen = new EnumMap<Language, Integer>(Language.class);
        for (var one : Language.values()) {
            var manuscript = manuscript(one);
            seen.put(one, manuscript.revision());
            manuscript.moved().ifPresent(moved -> parts.add(bases.panel(manuscript.id(), moved)));
            sides.add(both.open(manuscript));
        }
        told = seen;
        var panel = new PublishPanel(() -> acts.publish(family, Objects.requireNonNull(publish)), this::judge);
        var withdrawing = new WithdrawPanel(
                language(),
                (offer, remark) -> unlessLost(() -> acts.act(family, Objects.requireNonNull(withdraw), offer, remark)));
        var following = new FollowPanel(this::follow);
        var past = new HistorySection(
                family,
                desk,
                help,
                bylines(),
                (one, text, name) -> column(one).replace(text, text("editing.history.restored", name)),
                this::rewriteQuery);
        publish = panel;
        withdraw = withdrawing;
        follow = following;
        history = past;
        past.compare(compared, comparison);
        withdrawing.offer(withdrawals.offer(family));
        parts.addAll(List.of(sides, following, panel, past, withdrawing));
        voices.ifAvailable(heard -> parts.add(new VoicesPanel(heard.about(family))));
        InPlace.arrange(getContent(), parts);
        judge();
    }

    private Bylines bylines() {
        return new Bylines(desk, language(), zone());
    }

    /// Something has happened to the article, perhaps on another node, and perhaps nothing that this page does not
    /// know.
    private void news() {
        var now = new EnumMap<Language, Integer>(Language.class);
        var heard = false;
        for (var one : Language.values()) {
            var manuscript = manuscript(one);
            now.put(one, manuscript.revision());
            heard |= column(one).hear(manuscript);
        }
        if (!now.equals(told)) {
            told = now;
            Objects.requireNonNull(history).fill();
            Objects.requireNonNull(withdraw).offer(withdrawals.offer(family));
            heard = true;
        }
        if (heard) {
            judge();
        }
    }

    private Nav way() {
        var nav = new Nav(new Anchor(Addresses.editing(language()), text("editing.back")));
        nav.setAriaLabel(text("editing.way"));
        return nav;
    }

    private Div read() {
        var links = new Div();
        links.addClassName("cluster");
        for (var one : Language.values()) {
            help.shelf()
                    .find(family, one)
                    .ifPresent(article -> links.add(new ActionLink(
                            article.address(),
                            text("editing.read." + one.tag()),
                            ActionLink.Weight.QUIET,
                            Glyph.BOOK)));
        }
        return links;
    }

    /// Says of both texts as they stand in the page what the publication would say.
    @Override
    public void judge() {
        var review = publishing.review(family, columns().texts());
        columns()
                .all()
                .forEach(column ->
                        column.judge(review.of(column.language()), help.preview(column.id(), column.value())));
        var original = column(Shelf.ORIGINAL).value();
        var followed = FrontMatter.value(column(TRANSLATION).value(), FrontMatter.IN_STEP_WITH);
        Objects.requireNonNull(follow)
                .show(HelpCenter.hash(original), followed, original, () -> desk.originalOf(family, followed));
        var panel = Objects.requireNonNull(publish);
        panel.offer(columns().withDrafts());
        var chosen = panel.chosen();
        var first = chosen.contains(Shelf.ORIGINAL) ? original : live(Shelf.ORIGINAL);
        var second = chosen.contains(TRANSLATION) ? column(TRANSLATION).value() : live(TRANSLATION);
        panel.warn(!chosen.isEmpty()
                && !HelpCenter.hash(first).equals(FrontMatter.value(second, FrontMatter.IN_STEP_WITH)));
    }

    private String live(Language one) {
        return Objects.requireNonNullElse(manuscript(one).live(), "");
    }

    private void follow() {
        var translation = column(TRANSLATION);
        var mark = HelpCenter.hash(column(Shelf.ORIGINAL).value());
        translation.replace(
                FrontMatter.with(translation.value(), FrontMatter.IN_STEP_WITH, mark), text("editing.follow.done"));
    }

    @Override
    public void redraw(Notice notice) {
        fill();
        tell(notice);
    }

    /// What the focus was on may be gone.
    @Override
    public void tell(Notice notice) {
        said.removeAll();
        said.add(notice.announced());
        said.scrollIntoView();
        said.getElement().callJsFunction("focus");
    }

    @Override
    public void unlessLost(Runnable act) {
        columns().loss().ifPresentOrElse(why -> tell(new Notice(Notice.Kind.WARNING, text(why))), act);
    }

    private LanguageColumn column(Language one) {
        return columns().of(one);
    }

    @Override
    public Columns columns() {
        return Objects.requireNonNull(columns, "drawn before it is used");
    }

    private Manuscript manuscript(Language one) {
        return desk.manuscript(new ArticleId(family, one));
    }
}
