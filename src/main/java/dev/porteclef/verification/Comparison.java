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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Predicate<PermissionBox> has = box -> granted.allows(box.scope(), box.access());
        var boxes = exchange.boxes().collect(Collectors.groupingBy(box -> exchange.need(box, strategy)));
        var scopes = granted.granted().stream().collect(Collectors.partitioningBy(exchange::forbids));
        return new Comparison(
                ids(boxes.get(Need.REQUIRED), has.negate()),
                ids(boxes.get(Need.RECOMMENDED), has.negate()),
                ids(boxes.get(Need.UNNEEDED), has),
                Set.copyOf(scopes.get(true)),
                scopes.get(false).stream()
                        .filter(scope -> granted.allows(scope, Access.WRITE) && !isDescribed(exchange, scope))
                        .collect(Collectors.toSet()));
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

    private static List<String> ids(@Nullable List<PermissionBox> boxes, Predicate<PermissionBox> wanted) {
        return Stream.ofNullable(boxes)
                .flatMap(List::stream)
                .filter(wanted)
                .map(PermissionBox::id)
                .toList();
    }
}
