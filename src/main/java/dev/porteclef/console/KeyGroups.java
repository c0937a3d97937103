package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is wrong with many keys at once, by cause and exchange, so that one answer serves them all.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional(readOnly = true)
public class KeyGroups {

    /// More causes than this nobody reads.
    static final int MOST = 50;

    private static final Duration HOUR = Duration.ofHours(1);

    /// What is amiss: whatever is neither green nor out of use.
    private static final List<Headline> AMISS = Arrays.stream(Headline.values())
            .filter(headline -> headline.tone() == Headline.Tone.RED || headline.tone() == Headline.Tone.AMBER)
            .toList();

    private final Jdbi jdbi;
    private final Clock clock;

    KeyGroups(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// The groups of all keys that stand as they do since `from` or later, the largest first.
    @Deed(StaffDeed.SEE_KEYS)
    public List<KeyGroup> since(Instant from) {
        var hour = clock.instant().minus(HOUR);
        var before = hour.minus(HOUR);
        return jdbi.withHandle(handle -> {
            JdbiKeyLines.planForWhatIsAsked(handle);
            return handle.createQuery("""
                            select headline, cause, exchange, environment,
                                count(case when headline_since >= :from then 1 end) as number,
                                count(distinct case when headline_since >= :from then owner end) as customers,
                                min(case when headline_since >= :from then headline_since end) as since,
                                count(case when headline_since > :hour then 1 end) as last_hour,
                                count(case when headline_since > :before and headline_since <= :hour then 1 end)
                                    as hour_before
                            from exchange_key
                            where headline in (<amiss>)
                            and headline_since >= :earliest
                            group by headline, cause, exchange, environment
                            having count(case when headline_since >= :from then 1 end) > 0
                            order by number desc, since, headline, cause, exchange, environment
                            limit :most
                            """)
                    .bindList("amiss", AMISS.stream().map(Headline::name).toList())
                    .bind("from", from)
                    .bind("earliest", from.isBefore(before) ? from : before)
                    .bind("hour", hour)
                    .bind("before", before)
                    .bind("most", MOST)
                    .map((row, context) -> new KeyGroup(
                            Headline.valueOf(row.getString("headline")),
                            JdbiKeyLines.cause(row.getString("cause")),
                            new ExchangeId(row.getString("exchange")),
                            Environment.valueOf(row.getString("environment")),
                            row.getInt("number"),
                            row.getInt("customers"),
                            context.findColumnMapperFor(Instant.class)
                                    .orElseThrow()
                                    .map(row, "since", context),
                            row.getInt("last_hour"),
                            row.getInt("hour_before")))
                    .list();
        });
    }
}
