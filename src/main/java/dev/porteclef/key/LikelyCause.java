package dev.porteclef.key;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What most likely stands behind a headline, by one short name: the first [Cause] of a refusal, or the [Outcome]
/// because of which a check has learnt nothing. A headline that says it all has none.
///
/// @param name of the one or the other; no two are alike
public record LikelyCause(String name) {

    /// Every one there can be: causes of refusals first.
    public static List<LikelyCause> all() {
        return Stream.concat(
                        Arrays.stream(Cause.values()).map(LikelyCause::of),
                        Arrays.stream(Outcome.values())
                                .filter(outcome -> !outcome.isVerdict())
                                .map(LikelyCause::of))
                .toList();
    }

    /// The one of that name, if there is one.
    public static Optional<LikelyCause> of(String name) {
        return all().stream().filter(cause -> cause.name().equals(name)).findFirst();
    }

    /// As the key stands now.
    public static Optional<LikelyCause> of(ExchangeKey key) {
        return switch (key.headline()) {
            case IP_NOT_ALLOWED -> Optional.of(of(Cause.ADDRESS_NOT_LISTED));
            case CREDENTIALS_REJECTED ->
                Optional.ofNullable(key.report().diagnosis())
                        .map(diagnosis -> of(diagnosis.first().cause()));
            case NO_VERDICT, LAST_VERDICT_STAYS ->
                Optional.ofNullable(key.noVerdict()).map(LikelyCause::of);
            case REFUSED,
                    LEAKED,
                    PAUSED,
                    REVOKED,
                    REPLACED_STILL_ACCEPTED,
                    REPLACED,
                    NONCE_CONFLICT,
                    MISSING_PERMISSION,
                    CANNOT_BE_PROVEN,
                    MORE_THAN_NEEDED,
                    DOUBTED,
                    NONCE_RACE,
                    RECOMMENDED_MISSING,
                    NO_FUNDED_WALLET,
                    ACCEPTED -> Optional.empty();
        };
    }

    private static LikelyCause of(Cause cause) {
        return new LikelyCause(cause.name());
    }

    private static LikelyCause of(Outcome outcome) {
        return new LikelyCause(outcome.name());
    }

    /// The key of its text in both languages, a few words.
    public String translationKey() {
        return "key.likely." + name;
    }
}
