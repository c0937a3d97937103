package dev.porteclef.console;

import dev.porteclef.key.KeyId;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All customers' keys, as support and administrators list them.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional(readOnly = true)
public class KeyList {

    /// How many keys a page shows.
    public static final int PAGE = 50;

    /// Beyond this they are many.
    public static final int COUNTED = 1_000;

    private final Jdbi jdbi;
    private final RotationRule rotation;
    private final Clock clock;

    KeyList(Jdbi jdbi, RotationRule rotation, Clock clock) {
        this.jdbi = jdbi;
        this.rotation = rotation;
        this.clock = clock;
    }

    /// The page at `place`.
    ///
    /// @param place `null`: the first page
    @Deed(StaffDeed.SEE_KEYS)
    public Stretch<KeyLine> page(KeyQuery query, @Nullable Place place) {
        return page(query, place, PAGE);
    }

    /// As [#page(KeyQuery, Place)], with at most `size` lines.
    Stretch<KeyLine> page(KeyQuery query, @Nullable Place place, int size) {
        return Stretch.read(
                place,
                size,
                (from, limit) -> lines(query, from, limit),
                line -> Place.behind(line.at(query.order()), line.id().value()));
    }

    private List<KeyLine> lines(KeyQuery query, @Nullable Place place, int limit) {
        return jdbi.withHandle(handle -> {
            var keys = new JdbiKeyLines(handle);
            return keys.read(
                    keys.wanted(query, rotation, clock.instant()),
                    query.order(),
                    query.oldestFirst() != (place != null && place.back()),
                    place,
                    limit);
        });
    }

    /// How many keys `query` wants, counted up to [#COUNTED].
    @Deed(StaffDeed.SEE_KEYS)
    public Sum count(KeyQuery query) {
        return jdbi.withHandle(handle -> {
            var keys = new JdbiKeyLines(handle);
            return Sum.of(keys.count(keys.wanted(query, rotation, clock.instant()), COUNTED + 1), COUNTED);
        });
    }

    /// These keys as they stand now, those that are still there, in no order.
    @Deed(StaffDeed.SEE_KEYS)
    public List<KeyLine> again(Collection<KeyId> ids) {
        var wanted = new Conditions();
        wanted.addIds(ids.stream().map(KeyId::value).toList());
        return jdbi.withHandle(
                handle -> new JdbiKeyLines(handle).read(wanted, KeyOrder.CONNECTED, false, null, ids.size()));
    }
}
