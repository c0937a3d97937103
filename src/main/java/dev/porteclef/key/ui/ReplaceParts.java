package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.Life;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.PageHeader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The words of the page that replaces a key, and of its variant that pastes one again: what is done, what comes before
/// it, and what it means for the old key when it did not work.
///
/// @param old the key to replace
/// @param anotherTry whether nothing good is known of it, so that a new pair simply takes its place
record ReplaceParts(ExchangeKey old, KeyWords words, boolean anotherTry) {

    String title() {
        return words.text(anotherTry ? "key.again.title" : "key.replace.title", old.label());
    }

    PageHeader header() {
        return new PageHeader(title(), lede(), new TakenOver(old, words));
    }

    private String lede() {
        if (anotherTry) {
            return words.text("key.again.lede");
        }
        return words.text(old.life() == Life.ACTIVE ? "key.replace.lede" : "key.replace.lede.idle");
    }

    /// What the form begins with.
    ///
    /// @param label the name for the new key, where one was typed; else it is called as the old one
    KeyDrafts.Typed start(Optional<String> label) {
        return new KeyDrafts.Typed(
                old.environment().name(),
                label.orElse(old.label()),
                old.strategy().toString(),
                old.program());
    }

    /// What to do before anything is pasted.
    Component before(List<String> outgoingAddresses) {
        return anotherTry
                ? new BeforePasting(
                        words.language(), words.exchange(), old.strategy().toString(), outgoingAddresses)
                : new ReplaceSteps(old, words, outgoingAddresses);
    }

    /// What it means for the old key that `key` has not taken its place: it is kept and waits, was refused, or came too
    /// late and is in use beside the one that was quicker.
    ///
    /// @param gone whether the old key has been deleted meanwhile
    Notice notYet(ExchangeKey key, boolean gone) {
        if (gone || old.replaced()) {
            return tooLate(key, words.text(gone ? "key.replace.deleted" : "key.replace.late", old.label()));
        }
        var stays = old.life() == Life.ACTIVE
                ? words.text("key.replace.stays", old.label())
                : words.text("key.replace.not-yet");
        return key.life() == Life.DRAFT
                ? new Notice(Notice.Kind.INFO, stays, new Paragraph(words.text("key.replace.waits")))
                : new Notice(Notice.Kind.INFO, stays);
    }

    private Notice tooLate(ExchangeKey key, String title) {
        return switch (key.life()) {
            case DRAFT -> new Notice(Notice.Kind.WARNING, title, new Paragraph(words.text("key.replace.late.waits")));
            case REFUSED -> new Notice(Notice.Kind.WARNING, title);
            case ACTIVE, PAUSED, REPLACED, REVOKED ->
                new Notice(
                        Notice.Kind.WARNING,
                        title,
                        new Paragraph(words.text("key.replace.late.alone", key.label(), words.exchange(key))));
        };
    }

    /// What was pasted is known already, as `key`.
    Notice already(ExchangeKey key) {
        if (key.id().equals(old.id())) {
            return new Notice(
                            Notice.Kind.WARNING,
                            words.text("key.replace.same"),
                            new Paragraph(words.text("key.replace.same.text", words.exchange(old))))
                    .announced();
        }
        var waits = key.life() == Life.DRAFT && old.id().equals(key.standing().replaces());
        return new Notice(
                        Notice.Kind.WARNING,
                        waits ? words.text("key.replace.waiting-one") : words.text("key.connect.already", key.label()),
                        new Paragraph(words.text(waits ? "key.replace.waiting-one.text" : "key.replace.other.text")),
                        new ActionLink(
                                KeyView.address(words.language(), key.id()),
                                words.text("key.action.open"),
                                ActionLink.Weight.PLAIN,
                                Glyph.KEY))
                .announced();
    }

    Notice tooManyTries(Duration remaining) {
        return new Notice(Notice.Kind.WARNING, words.text("key.connect.wait", remaining.toMinutes() + 1)).announced();
    }

    /// Replaced or deleted while the page was open.
    Notice nothingToReplace() {
        return new Notice(Notice.Kind.WARNING, words.text("key.replace.nothing")).announced();
    }
}
