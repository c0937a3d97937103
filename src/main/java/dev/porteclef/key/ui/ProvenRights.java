package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.HiddenScope;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// What the exchange itself said that a key may do: every right it listed, what the strategy makes of it, and the
/// answer it stood in.
final class ProvenRights extends Composite<Div> {

    private final ExchangeKey key;
    private final Exchange exchange;
    private final KeyWords words;

    ProvenRights(ExchangeKey key, Exchange exchange, KeyWords words) {
        this.key = key;
        this.exchange = exchange;
        this.words = words;
        getContent().addClassNames("proven", "stack");
        var granted = key.report().granted();
        if (granted == null) {
            getContent().add(new Paragraph(words.text("key.proven.nothing", words.exchange(key))));
        } else {
            getContent()
                    .add(
                            new Paragraph(words.text(
                                    "key.proven.lede",
                                    words.exchange(key),
                                    listedAt(key).map(words::time).orElse("—"))),
                            table(granted));
        }
        key.report().checks().stream()
                .map(Check::evidence)
                .filter(Objects::nonNull)
                .distinct()
                .map(evidence -> new EvidenceLine(evidence, words))
                .forEach(getContent()::add);
    }

    /// When the exchange listed the rights that the key is judged by; nothing where it never did.
    static Optional<Instant> listedAt(ExchangeKey key) {
        return key.report().granted() == null
                ? Optional.empty()
                : key.report().checks().stream()
                        .filter(check -> check.kind() == CheckKind.PERMISSIONS)
                        .flatMap(check -> Optional.ofNullable(check.evidence()).stream())
                        .map(Evidence::at)
                        .findFirst();
    }

    private Component table(GrantedPermissions granted) {
        var table = new NativeTable();
        table.addClassName("rights");
        table.setCaptionText(words.text("key.proven.caption", words.strategy(key)));
        var head = new NativeTableRow();
        head.add(head("col", words.text("key.proven.right")), head("col", words.text("key.proven.granted")));
        head.add(head("col", words.text("key.proven.need")));
        table.getHead().add(head);
        var body = table.addBody();
        exchange.boxes()
                .filter(box -> granted.scopes().containsKey(box.scope()))
                .forEach(box -> body.add(row(box, granted.allows(box.scope(), box.access()))));
        new TreeSet<>(granted.scopes().keySet()).forEach(scope -> {
            for (var access : Access.values()) {
                if (!hasBox(scope, access) && (granted.allows(scope, access) || !hasBox(scope))) {
                    addUnboxed(body, scope, access, granted.allows(scope, access));
                }
            }
        });
        return table;
    }

    private NativeTableRow row(PermissionBox box, boolean granted) {
        var label = new Span(box.label());
        label.getElement().setAttribute("translate", "no");
        label.getElement().setAttribute("lang", "en");
        var need = exchange.need(box, key.strategy());
        return row(
                right(label, box.scope(), box.access()),
                granted,
                switch (need) {
                    case REQUIRED -> granted ? Fit.NEEDED : Fit.MISSING;
                    case RECOMMENDED -> granted ? Fit.RECOMMENDED : Fit.RECOMMENDED_MISSING;
                    case OPTIONAL -> Fit.OPTIONAL;
                    case UNNEEDED -> granted ? Fit.EXCESS : Fit.UNNEEDED;
                    case FORBIDDEN -> granted ? Fit.FORBIDDEN : Fit.RIGHTLY_OFF;
                });
    }

    private void addUnboxed(NativeTableBody body, String scope, Access access, boolean granted) {
        body.add(row(
                right(new Span(words.text("key.proven.boxless")), scope, access),
                granted,
                !granted
                        ? (exchange.forbids(scope) ? Fit.RIGHTLY_OFF : Fit.UNNEEDED)
                        : exchange.forbids(scope)
                                ? Fit.FORBIDDEN
                                : access == Access.READ || isHarmless(scope) ? Fit.HARMLESS : Fit.UNKNOWN));
    }

    private boolean hasBox(String scope) {
        return hasBox(scope, Access.READ) || hasBox(scope, Access.WRITE);
    }

    private boolean hasBox(String scope, Access access) {
        return exchange.boxes().anyMatch(box -> box.scope().equals(scope) && box.access() == access);
    }

    private boolean isHarmless(String scope) {
        return exchange.hiddenScopes().stream()
                .anyMatch(hidden -> hidden.scope().equals(scope) && hidden.harm() == HiddenScope.Harm.NONE);
    }

    private NativeTableHeaderCell right(Span label, String scope, Access access) {
        var code = new Code(scope);
        code.getElement().setAttribute("translate", "no");
        var name = new Span(code, new Span(" " + words.text("key.proven.access." + access.name())));
        name.addClassName("right-scope");
        var head = new NativeTableHeaderCell(label, name);
        head.getElement().setAttribute("scope", "row");
        return head;
    }

    private NativeTableRow row(NativeTableHeaderCell right, boolean granted, Fit fit) {
        var row = new NativeTableRow();
        var word = new Span(fit.glyph.draw(), new Span(words.text(fit.translationKey())));
        word.addClassNames("right-fit", fit.state);
        row.add(
                right,
                new NativeTableCell(words.text(granted ? "key.proven.yes" : "key.proven.no")),
                new NativeTableCell(word));
        return row;
    }

    private static NativeTableHeaderCell head(String scope, String text) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", scope);
        return head;
    }

    /// What a right, granted or not, is for the key's strategy.
    enum Fit {
        NEEDED(Glyph.CHECK, "state-green"),
        MISSING(Glyph.CROSS, "state-red"),
        RECOMMENDED(Glyph.CHECK, "state-green"),
        RECOMMENDED_MISSING(Glyph.WARNING, "state-amber"),
        OPTIONAL(Glyph.MINUS, "state-plain"),
        UNNEEDED(Glyph.MINUS, "state-plain"),
        EXCESS(Glyph.WARNING, "state-amber"),
        FORBIDDEN(Glyph.BAN, "state-red"),
        RIGHTLY_OFF(Glyph.SHIELD, "state-green"),
        HARMLESS(Glyph.MINUS, "state-plain"),
        UNKNOWN(Glyph.QUESTION, "state-amber");

        private final Glyph glyph;
        private final String state;

        Fit(Glyph glyph, String state) {
            this.glyph = glyph;
            this.state = state;
        }

        /// The key of its text in both languages.
        String translationKey() {
            return "key.proven.fit." + name();
        }
    }
}
