package dev.porteclef.policy;

import dev.porteclef.audit.Act;
import dev.porteclef.platform.security.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What staff can do with customers' keys, and what they never can, in the order in which customers read it. A new
/// one needs its constant, its text in both languages, and [Deed] on the methods that do it. Decision 0030.
public enum StaffDeed {
    SEE_KEYS(Who.SUPPORT_AND_ADMIN, Trace.NONE, null),
    FIND_KEY(Who.SUPPORT_AND_ADMIN, Trace.NONE, null),
    DOWNLOAD_LIST(Who.SUPPORT_AND_ADMIN, Trace.RECORD, Act.LIST_EXPORTED),
    OPEN_KEY(Who.SUPPORT_AND_ADMIN, Trace.JOURNAL, Act.STAFF_LOOKED),
    CHECK_KEY(Who.SUPPORT_AND_ADMIN, Trace.JOURNAL, Act.KEY_CHECKED),
    LOOK_AS(Who.SUPPORT, Trace.JOURNAL, Act.STAFF_LOOKED_AS),
    ANSWER(Who.SUPPORT, Trace.JOURNAL, Act.STAFF_ANSWERED),
    PAUSE_KEY(Who.SUPPORT, Trace.JOURNAL, Act.STAFF_PAUSED),
    ACT_ON_LIST(Who.SUPPORT_AND_ADMIN, Trace.RECORD, Act.RUN_BEGUN),
    ANSWER_LIST(Who.SUPPORT, Trace.RECORD, Act.RUN_BEGUN),
    DECLARE_INCIDENT(Who.SUPPORT_AND_ADMIN, Trace.RECORD, Act.INCIDENT_DECLARED),
    SEE_OVERVIEW(Who.SUPPORT_AND_ADMIN, Trace.NONE, null),
    WRITE_NOTE(Who.SUPPORT_AND_ADMIN, Trace.RECORD, Act.STAFF_NOTED),
    SEE_QUESTIONS(Who.SUPPORT, Trace.NONE, null),
    READ_QUESTION(Who.SUPPORT, Trace.JOURNAL, Act.STAFF_LOOKED),

    SEE_SECRET(null),
    USE_KEY(null),
    REPLACE_KEY(null),
    RESUME_KEY(Act.KEY_RESUMED),
    DELETE_KEY(Act.KEY_DELETED),
    CHANGE_PASSWORD(null);

    /// When this list, or a text of it, was changed last.
    public static final LocalDate CHANGED = LocalDate.of(2026, 11, 30);

    private final Who who;
    private final Trace trace;
    private final @Nullable Act act;

    StaffDeed(Who who, Trace trace, @Nullable Act act) {
        this.who = who;
        this.trace = trace;
        this.act = act;
    }

    /// For nobody.
    ///
    /// @param act by which the record would tell of it, where there is one
    StaffDeed(@Nullable Act act) {
        this(Who.NOBODY, Trace.NONE, act);
    }

    private enum Who {
        SUPPORT,
        SUPPORT_AND_ADMIN,
        NOBODY
    }

    /// Where a deed can be read afterwards.
    public enum Trace {
        /// In the journal of the customer whose key it is.
        JOURNAL,
        /// On the portal's record, but in no customer's journal.
        RECORD,
        NONE;

        /// The key of its text in both languages.
        public String translationKey() {
            return "policy.trace." + name();
        }
    }

    /// What somebody may do.
    public static List<StaffDeed> allowed() {
        return all().filter(StaffDeed::isAllowed).toList();
    }

    /// What nobody may do.
    public static List<StaffDeed> never() {
        return all().filter(deed -> !deed.isAllowed()).toList();
    }

    private static Stream<StaffDeed> all() {
        return Arrays.stream(values());
    }

    /// Whether any role may do it.
    public boolean isAllowed() {
        return who != Who.NOBODY;
    }

    /// Who may do it; nobody for what is never done.
    public Set<Role> roles() {
        return switch (who) {
            case SUPPORT -> Set.of(Role.SUPPORT);
            case SUPPORT_AND_ADMIN -> EnumSet.of(Role.SUPPORT, Role.ADMIN);
            case NOBODY -> Set.of();
        };
    }

    public Trace trace() {
        return trace;
    }

    /// By which the record tells of it, or would.
    public Optional<Act> act() {
        return Optional.ofNullable(act);
    }

    /// The key of its text in both languages, which speaks to the customer.
    public String translationKey() {
        return "policy.deed." + name();
    }
}
