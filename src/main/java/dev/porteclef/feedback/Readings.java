package dev.porteclef.feedback;

import dev.porteclef.help.Sequels;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline.Tone;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.platform.data.Beside;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.support.SupportAsked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which articles customers in trouble read, and what came next. In trouble is who has a key that is red or amber;
/// whoever has none reads for other reasons and is not counted.
@Service
public class Readings implements Sequels {

    /// For so long a reading waits for what comes next, and the same article is not counted again.
    static final Duration WINDOW = Duration.ofMinutes(30);
    /// So far back the share looks; older rows are deleted.
    static final Duration KEPT = Duration.ofDays(90);

    private final Jdbi jdbi;
    private final ExchangeKeys keys;
    private final CurrentUser currentUser;
    private final Beside beside;
    private final Clock clock;

    Readings(Jdbi jdbi, ExchangeKeys keys, CurrentUser currentUser, Beside beside, Clock clock) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.currentUser = currentUser;
        this.beside = beside;
        this.clock = clock;
    }

    /// Counts that the person of this thread reads `family`, if they are a customer in trouble.
    @Transactional
    public void opened(String family) {
        var reader = currentUser
                .find()
                .filter(user -> user.roles().contains(Role.CUSTOMER))
                .map(SignedInUser::id);
        if (reader.isPresent()
                && keys.own().stream().anyMatch(key -> isTrouble(key.headline().tone()))) {
            var now = now();
            jdbi.useHandle(handle -> handle.createUpdate("""
                                insert into article_reading (id, owner, family, read_at)
                                select :id, id, :family, :now
                                from account
                                where id = :owner and not exists (
                                    select 1 from article_reading
                                    where owner = :owner and family = :family and read_at > :recent)
                                """)
                    .bind("id", UUID.randomUUID())
                    .bind("owner", reader.get())
                    .bind("family", family)
                    .bind("now", now)
                    .bind("recent", now.minus(WINDOW))
                    .execute());
        }
    }

    /// Forgets what is too old to be counted.
    @Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT24H")
    void forget() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from article_reading where read_at < :old")
                .bind("old", now().minus(KEPT))
                .execute());
    }

    private static boolean isTrouble(Tone tone) {
        return tone == Tone.RED || tone == Tone.AMBER;
    }

    /// A check that said nothing decides nothing, and neither does one of a key that was no trouble.
    @EventListener
    void on(KeyJudged judged) {
        var before = judged.before();
        if (judged.noVerdict() == null && before != null && isTrouble(before.tone())) {
            var sequel = judged.headline().tone() == Tone.GREEN ? Sequel.GREEN : Sequel.NOT_GREEN;
            beside.write(() -> note(judged.owner(), sequel, "and sequel is null"));
        }
    }

    @EventListener
    void on(SupportAsked asked) {
        beside.write(() -> note(asked.owner(), Sequel.ASKED, ""));
    }

    private void note(UserId owner, Sequel sequel, String unless) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update article_reading set sequel = :sequel where owner = :owner and read_at > :recent "
                                + unless)
                .bind("sequel", sequel.name())
                .bind("owner", owner)
                .bind("recent", now().minus(WINDOW))
                .execute());
    }

    /// Of the last ninety days; for editors only.
    @Override
    @PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
    @Transactional(readOnly = true)
    public Map<String, Share> shares() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, count(*) as readers, sum(case when sequel = :green then 1 else 0 end) as green
                        from article_reading
                        where read_at > :old and read_at <= :settled
                        group by family
                        """)
                .bind("green", Sequel.GREEN.name())
                .bind("old", now().minus(KEPT))
                .bind("settled", now().minus(WINDOW))
                .map((row, _) ->
                        Map.entry(row.getString("family"), new Share(row.getInt("readers"), row.getInt("green"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
