package dev.porteclef.key.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import java.time.Duration;

/// What is said when a try to replace a key did not end in the switch: above all, what that means for the old one.
///
/// @param old the key to replace
record ReplaceNotices(ExchangeKey old, KeyWords words) {

    /// `key` is kept and waits, or was refused.
    Notice notYet(ExchangeKey key) {
        var stays = old.life() == Life.ACTIVE
                ? words.text("key.replace.stays", old.label())
                : words.text("key.replace.not-yet");
        return key.life() == Life.DRAFT
                ? new Notice(Notice.Kind.INFO, stays, new Paragraph(words.text("key.replace.waits")))
                : new Notice(Notice.Kind.INFO, stays);
    }

    /// What was pasted is known already, as `key`.
    Notice already(ExchangeKey key) {
        if (key.id().equals(old.id())) {
            return new Notice(
                    Notice.Kind.WARNING,
                    words.text("key.replace.same"),
                    new Paragraph(words.text("key.replace.same.text", words.exchange(old))));
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
                        Glyph.KEY));
    }

    Notice tooManyTries(Duration remaining) {
        return new Notice(Notice.Kind.WARNING, words.text("key.connect.wait", remaining.toMinutes() + 1));
    }

    /// Replaced or deleted while the page was open.
    Notice nothingToReplace() {
        return new Notice(Notice.Kind.WARNING, words.text("key.replace.nothing"));
    }
}
