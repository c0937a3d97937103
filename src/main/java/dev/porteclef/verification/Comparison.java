package dev.porteclef.verification;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.HiddenScope;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.verification.Check.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a key was granted, held against what its strategy needs. Boxes are named by id, in the order of the dialog.
///
/// @param missing required but not granted
/// @param recommendedMissing recommended but not granted
/// @param excess granted, not needed
/// @param forbidden scopes granted that let money out: known boxes, hidden scopes, or any name that says so
/// @param unknown scopes with write access that neither a box nor the content describes as harmless
public record Comparison(
        List<String> missing,
        List<String> recommendedMissing,
        List<String> excess,
        Set<String> forbidden,
        Set<String> unknown) {

    public Comparison {
        missing = List.copyOf(missing);
        recommendedMissing = List.copyOf(recommendedMissing);
        excess = List.copyOf(excess);
        forbidden = new TreeSet<>(forbidden);
        unknown = new TreeSet<>(unknown);
    }

    /// Compares by scope name; what the exchange did not report counts as not granted.
    public static Comparison of(Exchange exchange, Strategy strategy, GrantedPermissions granted) {
        var missing = new ArrayList<String>();
        var recommendedMissing = new ArrayList<String>();
        var excess = new ArrayList<String>();
        exchange.boxes().forEach(box -> {
            var has = granted.allows(box.scope(), box.access());
            switch (exchange.need(box, strategy)) {
                case REQUIRED -> addUnless(has, missing, box);
                case RECOMMENDED -> addUnless(has, recommendedMissing, box);
                case UNNEEDED -> addUnless(!has, excess, box);
                case OPTIONAL, FORBIDDEN -> {
                    // The first may be either way; the second is found by its scope below, box or no box.
                }
            }
        });
        var forbidden = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (var scope : granted.granted()) {
            if (exchange.forbids(scope)) {
                forbidden.add(scope);
            } else if (granted.allows(scope, Access.WRITE) && !isDescribed(exchange, scope)) {
                unknown.add(scope);
            }
        }
        return new Comparison(missing, recommendedMissing, excess, forbidden, unknown);
    }

    private static void addUnless(boolean not, List<String> ids, PermissionBox box) {
        if (!not) {
            ids.add(box.id());
        }
    }

    /// Whether the list speaks of every scope that `strategy` requires. One that does not has changed its form:
    /// what it leaves out is not a no.
    public static boolean isConclusive(Exchange exchange, Strategy strategy, GrantedPermissions granted) {
        return exchange.boxes()
                .filter(box -> exchange.need(box, strategy) == Need.REQUIRED)
                .allMatch(box -> granted.scopes().containsKey(box.scope()));
    }

    /// The harmlessness that follows.
    public Harmlessness harmlessness() {
        if (!forbidden.isEmpty()) {
            return Harmlessness.FORBIDDEN;
        }
        if (!unknown.isEmpty()) {
            return Harmlessness.CANNOT_BE_PROVEN;
        }
        return excess.isEmpty() ? Harmlessness.PROVEN : Harmlessness.MORE_THAN_NEEDED;
    }

    /// What it means for a key that the exchange has accepted.
    public Verdict verdict() {
        return missing.isEmpty() ? new Verdict.Accepted() : new Verdict.MissingPermission();
    }

    /// The line of the check list that tells it.
    ///
    /// @param evidence the answer that listed the rights
    public Check check(@Nullable Evidence evidence) {
        if (!forbidden.isEmpty()) {
            return check(CheckState.FAILED, Note.REFUSED_FOR_WITHDRAWAL, evidence);
        }
        if (!missing.isEmpty()) {
            return check(CheckState.FAILED, Note.BOXES_MISSING, evidence);
        }
        if (!unknown.isEmpty()) {
            return check(CheckState.WARNED, Note.UNKNOWN_SCOPE, evidence);
        }
        if (!excess.isEmpty()) {
            return check(CheckState.WARNED, Note.MORE_THAN_NEEDED, evidence);
        }
        return recommendedMissing.isEmpty()
                ? check(CheckState.PASSED, null, evidence)
                : check(CheckState.WARNED, Note.RECOMMENDED_MISSING, evidence);
    }

    private static Check check(CheckState state, @Nullable Note note, @Nullable Evidence evidence) {
        return new Check(CheckKind.PERMISSIONS, state, note, evidence);
    }

    /// Write access to a scope is understood only if a box of the dialog grants just that, or the content says it is
    /// harmless.
    private static boolean isDescribed(Exchange exchange, String scope) {
        return exchange.boxes().anyMatch(box -> box.scope().equals(scope) && box.access() == Access.WRITE)
                || exchange.hiddenScopes().stream()
                        .anyMatch(hidden -> hidden.scope().equals(scope) && hidden.harm() == HiddenScope.Harm.NONE);
    }
}
