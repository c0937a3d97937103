package dev.porteclef.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.FrontMatter;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.editing.Merge;
import dev.porteclef.editing.PublishOutcome;
import dev.porteclef.editing.Publishing;
import dev.porteclef.editing.SaveOutcome;
import dev.porteclef.help.Article;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.help.Voices;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
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
class ArticleEditorView extends Page {

    private static final Language TRANSLATION = Shelf.ORIGINAL.other();

    private final EditorsDesk desk;
    private final Drafts drafts;
    private final Publishing publishing;
    private final HelpCenter help;
    private final ObjectProvider<Voices> voices;
    private final Div said = new Div();
    private String family = "";
    private String compared = "";
    private Optional<HistoryPanel.Compared> comparison = Optional.empty();
    private @Nullable Columns columns;
    private @Nullable PublishPanel publish;
    private @Nullable FollowPanel follow;

    ArticleEditorView(
            EditorsDesk desk, Drafts drafts, Publishing publishing, HelpCenter help, ObjectProvider<Voices> voices) {
        this.desk = desk;
        this.drafts = drafts;
        this.publishing = publishing;
        this.help = help;
        this.voices = voices;
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
        return Stream.of(language(), language().other())
                .flatMap(one -> help.shelf().find(family, one).stream())
                .map(Article::title)
                .findFirst()
                .orElse(family);
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "stack", "editor");
        var both = new Columns(desk, drafts, new Bylines(desk, language(), zone()), this::judge);
        columns = both;
        var sides = new Div();
        sides.addClassName("editor-columns");
        add(way(), new PageHeader(title(), text("editing.editor.lede"), read()), said);
        for (var one : Language.values()) {
            var manuscript = manuscript(one);
            manuscript.moved().ifPresent(moved -> add(moved(manuscript.id(), moved)));
            sides.add(both.open(manuscript));
        }
        var panel = new PublishPanel(this::publish, this::judge);
        var following = new FollowPanel(this::follow);
        publish = panel;
        follow = following;
        add(sides, following, panel, history(new Bylines(desk, language(), zone())));
        voices.ifAvailable(heard -> add(new VoicesPanel(heard.about(family))));
        judge();
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

    private Section history(Bylines bylines) {
        var heading = new H2(text("editing.history.title"));
        heading.setId("history");
        var sides = new Div();
        sides.addClassName("editor-columns");
        for (var one : Language.values()) {
            var id = new ArticleId(family, one);
            sides.add(new HistoryPanel(
                    one,
                    desk.history(id),
                    help.packaged(id).orElse(null),
                    publication -> bylines.of(publication.editor(), publication.at()),
                    (text, name) -> column(one).replace(text, text("editing.history.restored", name)),
                    one.tag().equals(compared) ? comparison : Optional.empty(),
                    now -> rewriteQuery(Map.of(
                            "history", one.tag(),
                            "from", Integer.toString(now.from()),
                            "to", Integer.toString(now.to())))));
        }
        var section = new Section(heading, sides);
        section.addClassName("card");
        section.getElement().setAttribute("aria-labelledby", "history");
        return section;
    }

    /// Says of both texts as they stand in the page what the publication would say.
    private void judge() {
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

    private void publish() {
        var panel = Objects.requireNonNull(publish);
        var chosen = panel.chosen();
        var loss =
                columns().loss().or(() -> Optional.of("editing.publish.choose").filter(_ -> chosen.isEmpty()));
        if (loss.isPresent()) {
            panel.tell(new Notice(Notice.Kind.WARNING, text(loss.get())));
            return;
        }
        var versions = new EnumMap<Language, Long>(Language.class);
        chosen.forEach(one -> versions.put(one, column(one).seen()));
        switch (publishing.publish(family, versions, panel.remark())) {
            case PublishOutcome.Published(var languages, var behind) -> published(languages.size() > 1, behind);
            case PublishOutcome.Refused(var review) -> {
                var count =
                        review.problems().values().stream().mapToInt(List::size).sum();
                panel.tell(new Notice(
                        Notice.Kind.DANGER,
                        text("editing.publish.refused", count),
                        new Paragraph(text("editing.publish.refused.text"))));
                judge();
            }
            case PublishOutcome.Elsewhere() -> {
                panel.tell(new Notice(Notice.Kind.WARNING, text("editing.publish.elsewhere")));
                chosen.forEach(one -> columns().meet(column(one)));
                judge();
            }
        }
    }

    private void published(boolean both, boolean behind) {
        redraw(new Notice(
                Notice.Kind.SUCCESS,
                text(both ? "editing.published.both" : "editing.published.one"),
                new Paragraph(text(behind ? "editing.published.behind" : "editing.published.text"))));
    }

    private void redraw(Notice notice) {
        getContent().removeAll();
        draw();
        tell(notice);
    }

    /// What the focus was on may be gone.
    private void tell(Notice notice) {
        said.removeAll();
        said.add(notice.announced());
        said.scrollIntoView();
        said.getElement().callJsFunction("focus");
    }

    private void unlessLost(Runnable act) {
        columns().loss().ifPresentOrElse(why -> tell(new Notice(Notice.Kind.WARNING, text(why))), act);
    }

    private BasePanel moved(ArticleId id, Manuscript.Moved moved) {
        return new BasePanel(
                id.language(),
                moved,
                () -> unlessLost(() -> told(publishing.keep(id, moved.revision()), "editing.base.kept")),
                () -> unlessLost(() -> told(publishing.drop(id, moved.revision()), "editing.base.dropped")),
                () -> unlessLost(() -> merge(column(id.language()))));
    }

    private void merge(LanguageColumn column) {
        var now = desk.manuscript(column.id());
        var merged = now.moved()
                .map(moved -> Merge.of(moved.before(), now.text(), moved.after()))
                .orElse(new Merge(now.text(), 0));
        switch (drafts.saveOverNewBase(column.id(), column.seen(), column.revision(), merged.text())) {
            case SaveOutcome.TooLong() ->
                tell(new Notice(Notice.Kind.WARNING, text("editing.too-long", Drafts.MAX_TEXT)));
            case SaveOutcome.Elsewhere _ -> told(false, "");
            case SaveOutcome.Saved _, SaveOutcome.Unchanged _ -> told(true, "editing.base.merged", merged.conflicts());
        }
    }

    private void told(boolean done, String key, Object... arguments) {
        redraw(
                done
                        ? new Notice(Notice.Kind.SUCCESS, text(key, arguments))
                        : new Notice(Notice.Kind.WARNING, text("editing.base.late")));
    }

    private LanguageColumn column(Language one) {
        return columns().of(one);
    }

    private Columns columns() {
        return Objects.requireNonNull(columns, "drawn before it is used");
    }

    private Manuscript manuscript(Language one) {
        return desk.manuscript(new ArticleId(family, one));
    }
}
