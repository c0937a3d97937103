package dev.porteclef.editing.ui;

import static dev.porteclef.editing.ui.EditorPage.text;

import dev.porteclef.editing.Draft;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.Manuscript;
import dev.porteclef.editing.SaveOutcome;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Notice;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Both languages of the article at hand, and what happens between them and the drafts that all editors share.
final class Columns implements LanguageColumn.Host {

    private final Map<Language, LanguageColumn> columns = new EnumMap<>(Language.class);
    private final EditorsDesk desk;
    private final Drafts drafts;
    private final Bylines bylines;
    private final Runnable judge;

    /// @param judge runs when a text has changed
    Columns(EditorsDesk desk, Drafts drafts, Bylines bylines, Runnable judge) {
        this.desk = desk;
        this.drafts = drafts;
        this.bylines = bylines;
        this.judge = judge;
    }

    LanguageColumn open(Manuscript manuscript) {
        var column = new LanguageColumn(manuscript, this);
        columns.put(manuscript.id().language(), column);
        return column;
    }

    LanguageColumn of(Language language) {
        return Objects.requireNonNull(columns.get(language));
    }

    Collection<LanguageColumn> all() {
        return columns.values();
    }

    /// The texts as they stand in the page.
    Map<Language, String> texts() {
        var texts = new EnumMap<Language, String>(Language.class);
        columns.forEach((language, column) -> texts.put(language, column.value()));
        return texts;
    }

    /// The publications that the page knows, 0 where there is none.
    Map<Language, Integer> revisions() {
        var revisions = new EnumMap<Language, Integer>(Language.class);
        columns.forEach((language, column) -> revisions.put(language, column.revision()));
        return revisions;
    }

    Set<Language> withDrafts() {
        return columns.values().stream()
                .filter(column -> column.seen() > 0)
                .map(LanguageColumn::language)
                .collect(Collectors.toSet());
    }

    @Override
    public void typed(LanguageColumn column) {
        save(column);
        judge.run();
    }

    /// Saves what the database does not have yet.
    void save(LanguageColumn column) {
        if (column.isDeciding() || column.isSettled()) {
            return;
        }
        switch (drafts.save(column.id(), column.seen(), column.revision(), column.value())) {
            // The draft that was saved, not the one there is now, which may be another editor's already.
            case SaveOutcome.Saved(var draft) ->
                column.saved(desk.manuscript(column.id()).with(draft));
            case SaveOutcome.Unchanged(var judged) -> column.saved(judged);
            case SaveOutcome.Elsewhere _ -> meet(column);
            case SaveOutcome.TooLong _ -> column.refuse(text("editing.too-long", Drafts.MAX_TEXT));
        }
    }

    /// The key of why what was typed would be lost if the page were drawn anew, once everything is saved that can be.
    Optional<String> loss() {
        all().forEach(this::save);
        if (all().stream().anyMatch(LanguageColumn::isDeciding)) {
            return Optional.of("editing.publish.decide");
        }
        return all().stream().allMatch(LanguageColumn::isSettled)
                ? Optional.empty()
                : Optional.of("editing.publish.unsaved");
    }

    /// Somebody else was here.
    void meet(LanguageColumn column) {
        var theirs = desk.manuscript(column.id());
        if (theirs.text().equals(column.value())) {
            column.show(theirs);
        } else {
            column.decide(theirs);
        }
    }

    @Override
    public void take(LanguageColumn column) {
        if (column.isSettled()) {
            column.show(desk.manuscript(column.id()));
        } else {
            meet(column);
        }
        judge.run();
    }

    @Override
    public void compare(LanguageColumn column) {
        column.decide(desk.manuscript(column.id()));
    }

    @Override
    public void discard(LanguageColumn column) {
        drafts.discard(column.id(), column.seen())
                .ifPresentOrElse(gone -> column.discarded(desk.manuscript(column.id()), gone), () -> meet(column));
        judge.run();
    }

    @Override
    public void putBack(LanguageColumn column, Draft discarded) {
        var back = drafts.putBack(discarded);
        column.show(desk.manuscript(column.id()));
        if (back.isEmpty()) {
            column.tell(Notice.Kind.WARNING, text("editing.undo.late"), null);
        }
        judge.run();
    }

    @Override
    public String state(Manuscript manuscript) {
        return bylines.state(manuscript);
    }
}
