package dev.porteclef.exchange;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what an exchange's content says of permissions: the dialog, its scopes and what each strategy needs of them.
/// Keeps the promise that nothing that names a withdrawal can be needed, or pass as harmless.
final class PermissionReader {

    private final List<String> forbiddenScopes;
    private final List<PermissionSection> sections;
    private final List<HiddenScope> hiddenScopes;
    private final List<StrategyProfile> profiles;
    private final Map<String, PermissionBox> boxes;

    PermissionReader(ContentMap map, LocalDate today) {
        forbiddenScopes = forbiddenScopes(map);
        sections = sections(map, today);
        boxes = sections.stream()
                .flatMap(section -> section.boxes().stream())
                .collect(Collectors.toMap(PermissionBox::id, Function.identity(), (first, second) -> first));
        hiddenScopes = hiddenScopes(map);
        profiles = profiles(map);
    }

    List<String> forbiddenScopes() {
        return forbiddenScopes;
    }

    List<PermissionSection> sections() {
        return sections;
    }

    List<HiddenScope> hiddenScopes() {
        return hiddenScopes;
    }

    List<StrategyProfile> profiles() {
        return profiles;
    }

    private static List<String> forbiddenScopes(ContentMap map) {
        var parts = map.texts("forbiddenScopes");
        if (parts.isEmpty()) {
            map.report("forbiddenScopes", "names no scope that takes money out");
        }
        return parts;
    }

    private boolean takesMoneyOut(String scope) {
        return forbiddenScopes.stream().anyMatch(part -> Exchange.names(scope, part));
    }

    private List<PermissionSection> sections(ContentMap map, LocalDate today) {
        var sectionIds = new HashSet<String>();
        var boxIds = new HashSet<String>();
        return map.list(
                "sections",
                "section",
                "id",
                section -> new PermissionSection(
                        section.id("id", sectionIds),
                        section.text("label"),
                        section.localized("meaning"),
                        section.list("boxes", "box", "id", box -> box(box, boxIds, today))));
    }

    private PermissionBox box(ContentMap map, Set<String> taken, LocalDate today) {
        var id = map.id("id", taken);
        var scope = map.text("scope");
        var access = map.constant("access", Access.class);
        var forbidden = Boolean.TRUE.equals(map.optionalFlag("forbidden"));
        var expected = scope + "." + access.name().toLowerCase(Locale.ROOT);
        if (!id.equals(expected)) {
            map.report("id", "has to be called " + expected + " after its scope and access");
        }
        if (!forbidden && takesMoneyOut(scope)) {
            map.report("scope", "grants the forbidden scope " + scope + " and is not forbidden");
        }
        return new PermissionBox(
                id,
                map.text("label"),
                scope,
                access,
                map.localized("meaning"),
                forbidden,
                map.text("source"),
                map.date("seenOn", today));
    }

    private List<HiddenScope> hiddenScopes(ContentMap map) {
        // A scope that has a box for writing is described by it; one with a box for reading only may also stand here.
        var names = boxes.values().stream()
                .filter(box -> box.access() == Access.WRITE)
                .map(PermissionBox::scope)
                .collect(Collectors.toSet());
        return map.list("hiddenScopes", "hidden scope", "scope", hidden -> {
            var scope = hidden.id("scope", names);
            var harm = hidden.constant("harm", HiddenScope.Harm.class);
            if (harm != HiddenScope.Harm.FORBIDDEN && takesMoneyOut(scope)) {
                hidden.report(
                        "harm",
                        "is a forbidden scope, yet its harm is " + harm.name().toLowerCase(Locale.ROOT));
            }
            return new HiddenScope(scope, harm, hidden.localized("meaning"));
        });
    }

    private List<StrategyProfile> profiles(ContentMap map) {
        var common = rules(map, "common");
        var ids = new HashSet<String>();
        var read = map.list("profiles", "profile", "id", profile -> profile(profile, ids, common));
        if (read.stream().allMatch(StrategyProfile::addOn)) {
            map.report("profiles", "has no profile that is more than an add-on");
        }
        return read;
    }

    private StrategyProfile profile(ContentMap map, Set<String> taken, Map<String, BoxRule> common) {
        var addOn = Boolean.TRUE.equals(map.optionalFlag("addOn"));
        var rules = new LinkedHashMap<String, BoxRule>();
        if (!addOn) {
            rules.putAll(common);
        }
        rules.putAll(rules(map, "rules"));
        return new StrategyProfile(
                map.id("id", taken),
                addOn,
                map.localized("name"),
                map.localized("summary"),
                rules,
                map.optionalLocalized("caveat"));
    }

    private Map<String, BoxRule> rules(ContentMap map, String key) {
        return map.entries(key, "rule", (box, rule) -> {
            var need = rule.constant("need", Need.class);
            check(boxes.get(box), need, rule);
            return new BoxRule(need, rule.localized("why"));
        });
    }

    private void check(@Nullable PermissionBox box, Need need, ContentMap rule) {
        if (box == null) {
            rule.report("need", "is about a box that does not exist; there are " + names());
        } else if (box.forbidden() != (need == Need.FORBIDDEN)) {
            var word = need.name().toLowerCase(Locale.ROOT);
            rule.report("need", "calls the " + (box.forbidden() ? "forbidden box " : "box ") + box.id() + " " + word);
        }
    }

    private SortedSet<String> names() {
        return new TreeSet<>(boxes.keySet());
    }
}
