package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyCheck;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.verification.Harmlessness;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The checks of a key, newest first: each with its result in words and, folded, its evidence.
final class KeyHistory extends Composite<Div> {

    /// Shown at once; the rest is folded.
    private static final int LATEST = 5;

    private final ExchangeKey key;
    private final KeyWords words;
    private final InPlace lines = new InPlace();
    private final OrderedList latest = new OrderedList();
    private final OrderedList older = new OrderedList();
    private final Span summary = new Span();
    private final ThinnedNote thinned = new ThinnedNote();
    private final Fold folded = new Fold(false, summary, older, thinned);

    KeyHistory(ExchangeKey key, KeyWords words) {
        this.key = key;
        this.words = words;
        getContent().addClassName("key-history");
        latest.addClassName("history-list");
        older.addClassName("history-list");
    }

    /// Shows `checks`, newest first; what is there already stays as the reader left it.
    KeyHistory show(List<KeyCheck> checks, Instant now) {
        lines.keepOnly(checks);
        var past = checks.stream().skip(LATEST).toList();
        InPlace.arrange(latest, lines(checks.stream().limit(LATEST).toList()));
        InPlace.arrange(older, lines(past));
        summary.setText(words.text("key.history.older", past.size()));
        if (!past.isEmpty()) {
            thinned.show(past.getLast().at(), now);
        }
        InPlace.arrange(getContent(), past.isEmpty() ? List.of(latest) : List.of(latest, folded));
        return this;
    }

    private List<Component> lines(List<KeyCheck> checks) {
        return checks.stream()
                .map(check -> lines.keep(check, check, () -> line(check)))
                .toList();
    }

    private ListItem line(KeyCheck check) {
        return line(check, key, words);
    }

    /// One check of `key` with its result and, folded, its evidence.
    static ListItem line(KeyCheck check, ExchangeKey key, KeyWords words) {
        var time = new Span(words.time(check.at()));
        time.addClassName("history-time");
        var badges = new Div(words.badge(headline(check)));
        badges.addClassNames("cluster", "tight");
        var steps = check.report().steps();
        var codes = steps.stream()
                .map(step -> step.evidence().code())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            badges.add(new Span(words.text("key.history.code", codes)));
        }
        var line = new ListItem(time, badges);
        line.addClassName("history-line");
        var outcome = check.noVerdict();
        if (outcome != null) {
            line.add(new Paragraph(words.text(outcome.translationKey(), words.exchange(key))));
        }
        if (!steps.isEmpty()) {
            var fold = new Fold(false, new Span(words.text("key.history.evidence", steps.size())));
            steps.forEach(step -> fold.add(new EvidenceLine(step, words)));
            line.add(fold.named("fold-plain"));
        }
        return line;
    }

    /// What this check alone would have made the headline.
    static Headline headline(KeyCheck check) {
        if (check.harmlessness() == Harmlessness.FORBIDDEN) {
            return Headline.REFUSED;
        }
        return switch (check.verdict()) {
            case null -> Headline.NO_VERDICT;
            case CREDENTIALS_REJECTED -> Headline.CREDENTIALS_REJECTED;
            case IP_NOT_ALLOWED -> Headline.IP_NOT_ALLOWED;
            case NONCE_CONFLICT -> Headline.NONCE_CONFLICT;
            case MISSING_PERMISSION -> Headline.MISSING_PERMISSION;
            case ACCEPTED ->
                switch (check.harmlessness()) {
                    case CANNOT_BE_PROVEN -> Headline.CANNOT_BE_PROVEN;
                    case MORE_THAN_NEEDED -> Headline.MORE_THAN_NEEDED;
                    case PROVEN, FORBIDDEN -> Headline.ACCEPTED;
                };
        };
    }
}
