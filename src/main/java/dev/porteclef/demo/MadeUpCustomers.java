package dev.porteclef.demo;

import dev.porteclef.demo.Seeds.Stream;
import dev.porteclef.mail.MailKind;
import dev.porteclef.platform.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The customers of a plan. Nobody can sign in as one of them, and no reminder is sent to them: their addresses lead
/// nowhere.
final class MadeUpCustomers {

    static final List<String> COLUMNS =
            List.of("id", "email", "password_hash", "language", "enabled", "created_at", "version");
    static final List<String> ROLE_COLUMNS = List.of("account_id", "role");
    static final List<String> DECLINED_COLUMNS = List.of("owner", "kind");

    /// Domains kept for examples (RFC 2606).
    private static final List<String> HOSTS =
            List.of("mail.example", "courriel.example", "example.org", "post.example", "example.net");

    private static final List<String> COLOURS = List.of(
            "amber", "azur", "blue", "brun", "coral", "cyan", "dore", "green", "grey", "indigo", "ivory", "lilas",
            "ocre", "olive", "pearl", "rouge", "sable", "silver", "vert", "violet");

    private static final List<String> BIRDS = List.of(
            "buse", "crane", "cygne", "finch", "grive", "heron", "hibou", "lark", "loriot", "merle", "mesange", "owl",
            "pinson", "plover", "raven", "robin", "swift", "tern", "verdier", "wren");

    /// No hash of any password: nothing that is typed matches it.
    private static final String UNUSABLE_HASH = "made-up";

    /// Older than any of their keys.
    private static final int YOUNGEST_DAYS = 400;

    private static final int SPAN_DAYS = 900;

    /// A few customers have many keys, most have few.
    private static final double UNEVEN = 1.3;

    /// One in so many has come lately, and has one key or none.
    private static final int NEWCOMER_ONE_OF = 3;

    private final DemoPlan plan;
    private final int settled;

    MadeUpCustomers(DemoPlan plan) {
        this.plan = plan;
        this.settled = plan.customers() - plan.customers() / NEWCOMER_ONE_OF;
    }

    /// How many have come lately.
    int newcomers() {
        return plan.customers() - settled;
    }

    MadeUpWay way(int newcomer) {
        return MadeUpWay.of(plan, newcomer, id(settled + newcomer));
    }

    /// Whose first key the key of this number is, if it is anybody's.
    Optional<MadeUpWay> newcomerWith(int key) {
        if (newcomers() == 0) {
            return Optional.empty();
        }
        var distance = plan.keys() / newcomers();
        return key % distance == distance - 1 && key / distance < newcomers()
                ? Optional.of(way(key / distance)).filter(MadeUpWay::connects)
                : Optional.empty();
    }

    UUID id(int number) {
        return MadeUpIds.random(Seeds.of(plan.seed(), Stream.CUSTOMER, number));
    }

    /// One of those who have been there for long.
    UUID any(RandomGenerator random) {
        return id((int) (settled * StrictMath.pow(random.nextDouble(), UNEVEN)));
    }

    @Nullable
    Object[] account(int number) {
        var random = Seeds.of(plan.seed(), Stream.CUSTOMER, number);
        var id = MadeUpIds.random(random);
        var email = COLOURS.get(random.nextInt(COLOURS.size())) + "." + BIRDS.get(random.nextInt(BIRDS.size())) + "."
                + String.format(Locale.ROOT, "%06d", number) + "@" + HOSTS.get(random.nextInt(HOSTS.size()));
        var french = random.nextInt(100) < 45;
        var age = Duration.ofMinutes(random.nextInt(SPAN_DAYS * 24 * 60)).plusDays(YOUNGEST_DAYS);
        var at = number < settled ? plan.at().minus(age) : way(number - settled).signedUpAt();
        return new @Nullable Object[] {id, email, UNUSABLE_HASH, french ? "fr" : "en", true, at, 0};
    }

    @Nullable
    Object[] role(int number) {
        return new @Nullable Object[] {id(number), Role.CUSTOMER.name()};
    }

    @Nullable
    Object[] declined(int number) {
        return new @Nullable Object[] {id(number), MailKind.ROTATION_DUE.name()};
    }
}
