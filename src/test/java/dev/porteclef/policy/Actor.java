package dev.porteclef.policy;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/// Whoever may ask the portal for something. The rows that are asked about are the first customer's.
enum Actor {
    NOBODY(null),
    CUSTOMER(Role.CUSTOMER),
    OTHER(Role.CUSTOMER),
    SUPPORT(Role.SUPPORT),
    EDITOR(Role.EDITOR),
    ADMIN(Role.ADMIN);

    private final @Nullable Role role;

    Actor(@Nullable Role role) {
        this.role = role;
    }

    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /// One person of each kind, new at each test.
    record People(UUID seed) {

        static People make() {
            return new People(UUID.randomUUID());
        }

        SignedInUser person(Actor actor) {
            var id = UUID.nameUUIDFromBytes((seed + actor.name()).getBytes(StandardCharsets.UTF_8));
            return new SignedInUser(
                    new UserId(id),
                    "not-asked@example.com",
                    "",
                    Set.of(actor.role().orElseThrow()),
                    Language.ENGLISH,
                    true);
        }

        /// From here on this thread acts as `actor`; what nobody has signed in for has what the filters give it.
        void become(Actor actor) {
            if (actor == NOBODY) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
                SecurityContextHolder.setContext(context);
            } else {
                var _ = SignedIn.as(person(actor));
            }
        }
    }

    /// What `ask` answers each, in the order of the columns.
    static Map<Actor, String> each(Function<Actor, String> ask) {
        var answers = new EnumMap<Actor, String>(Actor.class);
        for (var actor : values()) {
            answers.put(actor, ask.apply(actor));
        }
        return answers;
    }
}
