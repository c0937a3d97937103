package dev.porteclef.feedback;

import dev.porteclef.feedback.Opinion.Reason;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What readers say of articles, signed in or not. Not kept: who it was, and a comment that gives a credential away.
@Service
@Transactional
public class Opinions {

    private static final int LATEST = 100;
    private static final Duration KEPT = Duration.ofDays(365);

    private final Jdbi jdbi;
    private final CredentialGuard guard;
    private final Limits limits;
    private final Clock clock;

    Opinions(Jdbi jdbi, CredentialGuard guard, Limits limits, Clock clock) {
        this.jdbi = jdbi;
        this.guard = guard;
        this.limits = limits;
        this.clock = clock;
    }

    /// Keeps `opinion`, unless its comment holds a secret or its sender has sent very many.
    public OpinionOutcome give(Opinion opinion, ClientAddress from) {
        if (guard.looksLikeCredential(opinion.comment())) {
            return OpinionOutcome.HOLDS_SECRET;
        }
        if (limits.check(Limit.OPINION, from.value()) instanceof Allowance.Wait) {
            return OpinionOutcome.TOO_MANY;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into article_opinion (id, family, language, helpful, reason, comment, given_at)
                        values (:id, :family, :language, :helpful, :reason, :comment, :at)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("family", opinion.family())
                .bind("language", opinion.language().tag())
                .bind("helpful", opinion.helpful())
                .bind(
                        "reason",
                        Optional.ofNullable(opinion.reason()).map(Reason::name).orElse(null))
                .bind("comment", opinion.comment().isEmpty() ? null : opinion.comment())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute());
        return OpinionOutcome.KEPT;
    }

    /// Forgets what is too old to say anything of the article as it is.
    @Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT24H")
    void forget() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from article_opinion where given_at < :old")
                .bind("old", clock.instant().minus(KEPT))
                .execute());
    }

    /// The latest hundred about `family`, newest first: for editors.
    @PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
    @Transactional(readOnly = true)
    public List<Opinion> about(String family) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, language, helpful, reason, comment
                        from article_opinion
                        where family = :family
                        order by given_at desc, id
                        limit :limit
                        """)
                .bind("family", family)
                .bind("limit", LATEST)
                .map((row, _) -> new Opinion(
                        row.getString("family"),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getBoolean("helpful"),
                        Optional.ofNullable(row.getString("reason"))
                                .map(Reason::valueOf)
                                .orElse(null),
                        Optional.ofNullable(row.getString("comment")).orElse("")))
                .list());
    }
}
