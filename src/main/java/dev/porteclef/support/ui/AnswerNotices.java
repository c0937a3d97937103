package dev.porteclef.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.key.ui.OwnersNotices;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.support.Answer;
import dev.porteclef.support.SupportRequests;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Tells a key's owner on its page that support has answered, as long as the answer was not read, and that another key
/// is asked for, as long as none has come.
@Service
class AnswerNotices implements OwnersNotices {

    private final SupportRequests requests;

    AnswerNotices(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<Told> about(ExchangeKey key, Component page, Language language) {
        var answers = requests.answers(key.id());
        var unread = answers.stream().anyMatch(Answer::isNew);
        // A later answer takes the wish back.
        var replace = key.isReplaceable()
                && answers.stream()
                        .findFirst()
                        .filter(answer -> answer.kind() == Answer.Kind.ASKS_REPLACEMENT)
                        .isPresent();
        if (!unread && !replace) {
            return Optional.empty();
        }
        var works = key.life() == Life.ACTIVE && key.headline().tone() != Headline.Tone.RED;
        return Optional.of(
                new Told(List.of(unread, replace, works), () -> notice(key, replace, works, page, language)));
    }

    private static Component notice(
            ExchangeKey key, boolean replace, boolean works, Component page, Language language) {
        var own = Addresses.keys(language) + "/" + key.id();
        var links = new Div();
        links.addClassNames("cluster", "actions");
        if (replace) {
            links.add(new ActionLink(
                    own + "/replace", page.getTranslation("key.action.replace"), ActionLink.Weight.PRIMARY, Glyph.KEY));
        }
        links.add(new ActionLink(
                own + "/ask",
                page.getTranslation("support.answer.read"),
                replace ? ActionLink.Weight.QUIET : ActionLink.Weight.PRIMARY,
                Glyph.QUESTION));
        return replace
                ? new Notice(
                        Notice.Kind.WARNING,
                        page.getTranslation("support.answer.replace"),
                        new Paragraph(page.getTranslation(
                                works ? "support.answer.replace.text" : "support.answer.replace.why")),
                        links)
                : new Notice(Notice.Kind.INFO, page.getTranslation("support.answer.new"), links);
    }
}
