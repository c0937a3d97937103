package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
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
import dev.porteclef.key.KeyReport;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.CheckKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the exchange itself said that a key may do: every right it listed, what the strategy makes of it, and the
/// answer it stood in.
final class ProvenRights extends Composite<Div> {

    private final Exchange exchange;
    private final KeyWords words;
    private final InPlace parts = new InPlace();
    private ExchangeKey key;

    ProvenRights(ExchangeKey key, Exchange exchange, KeyWords words) {
        this.key = key;
        this.exchange = exchange;
        this.words = words;
        getContent().addClassNames("proven", "stack");
        show(key);
    }

    /// Shows what is known now; what says the same stays as the reader left it.
    void show(ExchangeKey now) {
        key = now;
        var granted = key.report().granted();
        var steps = key.report().steps();
        parts.keepOnly(Stream.concat(Stream.of("lede", "rights", "quiet"), steps.stream())
                .toList());
        var wanted = new ArrayList<Component>();
        var lede = granted == null
                ? words.text("key.proven.nothing", words.exchange(key))
                : words.text(
                        "key.proven.lede",
                        words.exchange(key),
                        listedAt(key).map(words::time).orElse("—"));
        wanted.add(parts.keep("lede", lede, () -> new Paragraph(lede)));
        if (granted != null) {
            wanted.addAll(rights(granted));
        }
        steps.forEach(step -> wanted.add(parts.keep(step, step, () -> new EvidenceLine(step, words))));
        InPlace.arrange(getContent(), wanted);
    }

    /// When the exchange listed the rights that the key is judged by; nothing where it never did.
    static Optional<Instant> listedAt(ExchangeKey key) {
        return listedAt(key.report());
    }

    static Optional<Instant> listedAt(KeyReport report) {
        return report.granted() == null
                ? Optional.empty()
                : report.checks().stream()
                        .filter(check -> check.kind() == CheckKind.PERMISSIONS)
                        .flatMap(check -> Optional.ofNullable(check.evidence()).stream())
                        .map(Evidence::at)
                        .findFirst();
    }

    /// First what is granted or matters to the strategy; the rest is folded.
    private List<Component> rights(GrantedPermissions granted) {
        var basis = List.of(granted, key.strategy());
        var rights = Stream.concat(boxed(granted), unboxed(granted)).toList();
        var loud = parts.keep(
                "rights",
                basis,
                () -> table(rights.stream().filter(right -> !right.isQuiet()).toList()));
        var quiet = rights.stream().filter(Right::isQuiet).toList();
        return quiet.isEmpty() ? List.of(loud) : List.of(loud, parts.keep("quiet", basis, () -> folded(quiet)));
    }

    private Component folded(List<Right> quiet) {
        var summary = new Span(words.text("key.proven.quiet", quiet.size()));
        return new Fold(false, summary, table(quiet)).named("fold-plain");
    }

    private Stream<Right> boxed(GrantedPermissions granted) {
        return exchange.boxes()
                .filter(box -> granted.scopes().containsKey(box.scope()))
                .map(box -> right(box, granted.allows(box.scope(), box.access())));
    }

    private Right right(PermissionBox box, boolean granted) {
        var label = new Span(box.label());
        label.getElement().setAttribute("translate", "no");
        label.getElement().setAttribute("lang", "en");
        var fit = switch (exchange.need(box, key.strategy())) {
            case REQUIRED -> granted ? Fit.NEEDED : Fit.MISSING;
            case RECOMMENDED -> granted ? Fit.RECOMMENDED : Fit.RECOMMENDED_MISSING;
            case OPTIONAL -> Fit.OPTIONAL;
            case UNNEEDED -> granted ? Fit.EXCESS : Fit.UNNEEDED;
            case FORBIDDEN -> granted ? Fit.FORBIDDEN : Fit.RIGHTLY_OFF;
        };
        return new Right(label, box.scope(), box.access().name(), granted, fit);
    }

    /// What no box of the dialog grants: a scope of its own in one line where reading and writing are alike, and a
    /// half without a box only where it is granted.
    private Stream<Right> unboxed(GrantedPermissions granted) {
        return new TreeSet<>(granted.scopes().keySet()).stream().flatMap(scope -> {
            var reads = granted.allows(scope, Access.READ);
            var writes = granted.allows(scope, Access.WRITE);
            if (!hasBox(scope, Access.READ) && !hasBox(scope, Access.WRITE) && reads == writes) {
                return Stream.of(unboxed(scope, "BOTH", Access.WRITE, writes));
            }
            return Stream.of(Access.values())
                    .filter(access -> !hasBox(scope, access) && granted.allows(scope, access))
                    .map(access -> unboxed(scope, access.name(), access, true));
        });
    }

    private Right unboxed(String scope, String accessName, Access access, boolean granted) {
        return new Right(
                new Span(words.text("key.proven.boxless")), scope, accessName, granted, fit(scope, access, granted));
    }

    private Fit fit(String scope, Access access, boolean granted) {
        if (exchange.forbids(scope)) {
            return granted ? Fit.FORBIDDEN : Fit.RIGHTLY_OFF;
        }
        if (!granted) {
            return Fit.UNNEEDED;
        }
        return access == Access.READ || isHarmless(scope) ? Fit.HARMLESS : Fit.UNKNOWN;
    }

    private Component table(List<Right> rights) {
        var table = new NativeTable();
        table.addClassName("rights");
        table.setCaptionText(words.text("key.proven.caption", words.strategy(key)));
        var head = new NativeTableRow();
        Stream.of("key.proven.right", "key.proven.granted", "key.proven.need").forEach(text -> {
            var cell = new NativeTableHeaderCell(words.text(text));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        table.getHead().add(head);
        var body = table.addBody();
        rights.forEach(right -> body.add(row(right)));
        return table;
    }

    private NativeTableRow row(Right right) {
        var code = new Code(right.scope());
        code.getElement().setAttribute("translate", "no");
        var name = new Span(code, new Span(" " + words.text("key.proven.access." + right.access())));
        name.addClassName("right-scope");
        var head = new NativeTableHeaderCell(right.label(), name);
        head.getElement().setAttribute("scope", "row");
        var fit = new Span(
                right.fit().glyph.draw(), new Span(words.text(right.fit().translationKey())));
        fit.addClassNames("right-fit", right.fit().state);
        var row = new NativeTableRow();
        row.add(
                head,
                new NativeTableCell(words.text(right.granted() ? "key.proven.yes" : "key.proven.no")),
                new NativeTableCell(fit));
        return row;
    }

    /// @param access `READ`, `WRITE` or `BOTH`
    private record Right(Span label, String scope, String access, boolean granted, Fit fit) {

        /// Neither granted nor wanted.
        boolean isQuiet() {
            return !granted && (fit == Fit.UNNEEDED || fit == Fit.OPTIONAL);
        }
    }

    private boolean hasBox(String scope, Access access) {
        return exchange.boxes().anyMatch(box -> box.scope().equals(scope) && box.access() == access);
    }

    private boolean isHarmless(String scope) {
        return exchange.hiddenScopes().stream()
                .anyMatch(hidden -> hidden.scope().equals(scope) && hidden.harm() == HiddenScope.Harm.NONE);
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
