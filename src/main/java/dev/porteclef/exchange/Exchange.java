package dev.porteclef.exchange;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything the portal knows of one exchange as data, checked for consistency when it was read.
///
/// @param adapter the [ExchangeAdapter#name()] that speaks its protocol
/// @param live base address of the real authenticated API; its host is the allow-list
/// @param keysPage where a customer makes and deletes keys
/// @param checkedOn when the content was last checked against its sources
/// @param maxListedAddresses how many addresses a key's IP list takes, 0 where keys have none
/// @param blockSeconds for how long an address that asks too often is not answered, 0 where the exchange says nothing
/// @param programs the kinds of program a customer can say will use the key, the most usual first
/// @param hiddenScopes scopes without a box
/// @param forbiddenScopes a scope whose name contains one of these is refused whenever it is granted, known or not
public record Exchange(
        ExchangeId id,
        String name,
        String adapter,
        URI live,
        URI keysPage,
        LocalDate checkedOn,
        int maxListedAddresses,
        int blockSeconds,
        List<Fact> facts,
        List<CredentialField> credentials,
        List<BotProgram> programs,
        List<PermissionSection> sections,
        List<HiddenScope> hiddenScopes,
        List<String> forbiddenScopes,
        List<StrategyProfile> profiles,
        List<ErrorCode> errors,
        List<OutcomeRule> outcomes) {

    public Exchange {
        facts = List.copyOf(facts);
        credentials = List.copyOf(credentials);
        programs = List.copyOf(programs);
        sections = List.copyOf(sections);
        hiddenScopes = List.copyOf(hiddenScopes);
        forbiddenScopes = List.copyOf(forbiddenScopes);
        profiles = List.copyOf(profiles);
        errors = List.copyOf(errors);
        outcomes = List.copyOf(outcomes);
    }

    /// Every box of the dialog, in its order.
    public Stream<PermissionBox> boxes() {
        return sections.stream().flatMap(section -> section.boxes().stream());
    }

    /// The box called `id`, if the dialog has it.
    public Optional<PermissionBox> box(String id) {
        return boxes().filter(box -> box.id().equals(id)).findFirst();
    }

    /// The field that names the key; every exchange has exactly one.
    public CredentialField keyField() {
        return credentials.stream()
                .filter(field -> field.kind() == CredentialField.Kind.KEY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no field of kind KEY"));
    }

    /// The profiles one of which must be chosen, in the order of the content.
    public List<StrategyProfile> choices() {
        return profiles.stream().filter(profile -> !profile.addOn()).toList();
    }

    /// What may be chosen on top of a profile, in the order of the content.
    public List<StrategyProfile> addOns() {
        return profiles.stream().filter(StrategyProfile::addOn).toList();
    }

    /// The profile or add-on called `id`.
    public Optional<StrategyProfile> profile(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /// Whether `strategy` names a profile and only add-ons that exist.
    public boolean knows(Strategy strategy) {
        return profile(strategy.profile()).filter(profile -> !profile.addOn()).isPresent()
                && strategy.addOns().stream()
                        .allMatch(
                                id -> profile(id).filter(StrategyProfile::addOn).isPresent());
    }

    /// The first profile of the content, for a page opened without a choice.
    public Strategy defaultStrategy() {
        return Strategy.of(choices().getFirst().id());
    }

    /// The rule for `box` under `strategy`: add-ons come before the profile; `null` where none of them names
    /// the box: it is not needed.
    public @Nullable BoxRule rule(PermissionBox box, Strategy strategy) {
        for (var addOn : strategy.addOns()) {
            var rule = rule(box, addOn);
            if (rule != null) {
                return rule;
            }
        }
        return rule(box, strategy.profile());
    }

    private @Nullable BoxRule rule(PermissionBox box, String profile) {
        return profile(profile).map(known -> known.rules().get(box.id())).orElse(null);
    }

    /// What `strategy` needs of `box`; a forbidden box stays forbidden whatever a rule says.
    public Need need(PermissionBox box, Strategy strategy) {
        if (box.forbidden()) {
            return Need.FORBIDDEN;
        }
        var rule = rule(box, strategy);
        return rule == null ? Need.UNNEEDED : rule.need();
    }

    /// Whether `scope`, granted, means that money can leave: by its name, or because the content says so.
    public boolean forbids(String scope) {
        return forbiddenScopes.stream().anyMatch(part -> names(scope, part))
                || hiddenScopes.stream()
                        .anyMatch(hidden -> hidden.scope().equals(scope) && hidden.harm() == HiddenScope.Harm.FORBIDDEN)
                || boxes().anyMatch(box -> box.scope().equals(scope) && box.forbidden());
    }

    /// Whether `scope` contains `part`, in whatever case the exchange may write it.
    static boolean names(String scope, String part) {
        return scope.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /// A code by which the exchange says `outcome` and that has an entry in the content, if there is one.
    public Optional<String> codeOf(Outcome outcome) {
        return outcomes.stream()
                .filter(rule -> rule.outcome() == outcome)
                .flatMap(rule -> rule.code().stream().sorted())
                .filter(code -> error(code).isPresent())
                .findFirst();
    }

    /// The content's entry for an error code, if there is one.
    public Optional<ErrorCode> error(String code) {
        return errors.stream().filter(error -> error.code().equals(code)).findFirst();
    }

    /// What an answer that is not the wanted one means, by the first row of the outcome table that matches. The table
    /// was checked to have a row for every answer.
    ///
    /// @param code the exchange's error code, `null` where it gave none
    /// @param text the text of an error body, else the beginning of the body, empty where there is none
    /// @param errorBody whether the body had the shape in which this exchange tells its errors
    public Outcome outcomeOf(int status, @Nullable String code, String text, boolean errorBody) {
        return outcomes.stream()
                .filter(rule -> rule.matches(status, code, text, errorBody))
                .findFirst()
                .map(OutcomeRule::outcome)
                .orElse(Outcome.UNEXPECTED);
    }
}
