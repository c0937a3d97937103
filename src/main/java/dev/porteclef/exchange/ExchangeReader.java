package dev.porteclef.exchange;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one `exchange.yaml` and checks that it is whole and free of contradictions.
final class ExchangeReader {

    private final ContentFile file;
    private final LocalDate today;
    private final Set<String> adapters;

    /// @param file where problems are noted
    /// @param today no date of the content may be later
    /// @param adapters names of the adapters that exist
    ExchangeReader(ContentFile file, LocalDate today, Set<String> adapters) {
        this.file = file;
        this.today = today;
        this.adapters = adapters;
    }

    /// The exchange that `yaml` describes, or nothing where `file` has noted a problem.
    Optional<Exchange> read(ExchangeId id, String yaml) {
        var exchange = file.read(yaml, "exchange " + id, map -> exchange(id, map));
        return file.problems().isEmpty() ? exchange : Optional.empty();
    }

    private Exchange exchange(ExchangeId id, ContentMap map) {
        var permissions = new PermissionReader(map, today);
        var outcomes = new OutcomeReader(map);
        return new Exchange(
                id,
                map.text("name"),
                adapter(map),
                map.https("live"),
                map.https("keysPage"),
                map.date("checkedOn", today),
                map.count("maxListedAddresses"),
                blockSeconds(map),
                facts(map),
                credentials(map),
                programs(map),
                permissions.sections(),
                permissions.hiddenScopes(),
                permissions.forbiddenScopes(),
                permissions.profiles(),
                outcomes.errors(),
                outcomes.rules());
    }

    /// Nothing said is nothing known.
    private static int blockSeconds(ContentMap map) {
        var seconds = map.optionalCount("blockSeconds");
        return seconds == null ? 0 : seconds;
    }

    private String adapter(ContentMap map) {
        var adapter = map.text("adapter");
        if (!adapter.isEmpty() && !adapters.contains(adapter)) {
            map.report("adapter", "needs an adapter called \"" + adapter + "\", which does not exist");
        }
        return adapter;
    }

    private List<Fact> facts(ContentMap map) {
        var ids = new HashSet<String>();
        return map.list(
                "facts",
                "fact",
                "id",
                fact -> new Fact(
                        fact.id("id", ids),
                        fact.localized("label"),
                        fact.localized("value"),
                        fact.date("asOf", today),
                        fact.text("source"),
                        fact.optionalHttps("link")));
    }

    private List<BotProgram> programs(ContentMap map) {
        var ids = new HashSet<String>();
        return map.list(
                "programs",
                "program",
                "id",
                program -> new BotProgram(
                        program.id("id", ids), program.localized("name"), program.optionalLocalized("caution")));
    }

    private List<CredentialField> credentials(ContentMap map) {
        var names = new HashSet<String>();
        var fields = map.list(
                "credentials",
                "credential field",
                "name",
                field -> new CredentialField(
                        field.id("name", names),
                        field.constant("kind", CredentialField.Kind.class),
                        field.localized("label"),
                        field.localized("hint"),
                        field.optionalPattern("usual"),
                        field.optionalCount("usualLength")));
        var keys = fields.stream()
                .filter(field -> field.kind() == CredentialField.Kind.KEY)
                .count();
        if (keys != 1) {
            map.report("credentials", "needs exactly one credential field of kind key, but has " + keys);
        }
        if (fields.size() < 2) {
            map.report("credentials", "needs a credential field beside the key");
        }
        return fields;
    }
}
