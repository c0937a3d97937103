package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Harmlessness;
import java.util.List;

/// What to do before a new key is pasted: make it, and leave the old one alone, or not.
final class ReplaceSteps extends Composite<OrderedList> {

    private final ExchangeKey old;
    private final KeyWords words;

    /// @param outgoingAddresses what the new key's IP list has to hold, where keys of this exchange have one
    ReplaceSteps(ExchangeKey old, KeyWords words, List<String> outgoingAddresses) {
        this.old = old;
        this.words = words;
        getContent().addClassName("steps");
        getContent().add(make(outgoingAddresses), meanwhile(), paste());
    }

    private ListItem make(List<String> outgoingAddresses) {
        var exchange = words.exchange();
        var list = new UnorderedList(new ListItem(words.text("key.connect.before.withdraw")));
        if (exchange.maxListedAddresses() > 0) {
            list.add(new AddressItem(words.text("key.connect.before.address"), outgoingAddresses));
        }
        var guide = new ActionLink(
                Addresses.guide(
                        words.language(), exchange.id().value(), old.strategy().toString()),
                words.text("key.replace.guide"),
                ActionLink.Weight.PLAIN,
                Glyph.BOOK);
        // What is typed below stays as it is.
        guide.setTarget(AnchorTarget.BLANK);
        var links = new Div(guide, KeysPageLink.of(old, words, ActionLink.Weight.PLAIN));
        links.addClassNames("cluster", "actions");
        return step(
                words.text("key.replace.make", words.exchange(old)),
                new Paragraph(words.text("key.replace.make.text", words.strategy(old))),
                list,
                links);
    }

    private ListItem meanwhile() {
        var exchange = words.exchange(old);
        if (old.life() == Life.REVOKED) {
            return step(
                    words.text("key.replace.old.revoked"),
                    new Paragraph(words.refused("key.replace.old.revoked.text", old)));
        }
        if (old.harmlessness() == Harmlessness.FORBIDDEN) {
            return step(
                    words.text("key.replace.old.delete"),
                    new Paragraph(words.text("key.replace.old.withdraw.text", exchange)));
        }
        if (old.pauseReason() == PauseReason.LEAK) {
            return step(
                    words.text("key.replace.old.delete"),
                    new Paragraph(words.text("key.replace.old.leak.text", exchange)),
                    new ActionLink(
                            LeakView.address(words.language(), old.id()),
                            words.text("key.replace.old.leak"),
                            ActionLink.Weight.PLAIN,
                            Glyph.LIST));
        }
        return step(
                words.text("key.replace.old"),
                new Paragraph(words.text(
                        old.life() == Life.PAUSED ? "key.replace.old.paused.text" : "key.replace.old.text", exchange)));
    }

    private ListItem paste() {
        return step(
                words.text("key.replace.paste"),
                new Paragraph(words.text("key.replace.paste.text", words.exchange(old))));
    }

    private static ListItem step(String title, Component... body) {
        var heading = new H2(title);
        heading.addClassName("step-title");
        var content = new Div(body);
        content.addClassName("step-body");
        var step = new ListItem(heading, content);
        step.addClassName("step");
        return step;
    }
}
