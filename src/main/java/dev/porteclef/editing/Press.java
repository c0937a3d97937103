package dev.porteclef.editing;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.security.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Puts publications under those there are, in the name of the editor who is signed in, with their entry in the record.
@Component
class Press {

    private static final Logger LOG = LoggerFactory.getLogger(Press.class);

    private final JdbiPublications publications;
    private final HelpCenter help;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final Clock clock;

    Press(
            Jdbi jdbi,
            HelpCenter help,
            AuditLog audit,
            CurrentUser currentUser,
            TransactionOperations transactions,
            Clock clock) {
        this.publications = new JdbiPublications(jdbi);
        this.help = help;
        this.audit = audit;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One text to be published.
    ///
    /// @param base the packaged text that it stands over
    record Sheet(Manuscript seen, String text, @Nullable String base) {}

    /// Publishes `sheets` in one act, all or none, and has this node read them.
    ///
    /// @param before what belongs to the same act; where it says no, nothing is published
    /// @param details for the record, beside the remark
    /// @return whether nobody published in between
    boolean print(
            Collection<Sheet> sheets,
            Kind kind,
            String remark,
            Act act,
            Map<String, String> details,
            Function<Sheet, Boolean> before) {
        var done = transactions.execute(status -> {
            for (var sheet : sheets) {
                if (!before.apply(sheet) || !publications.insert(publication(sheet, kind, remark))) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            audit.record(act, currentUser.id(), null, null, details);
            return true;
        });
        refresh();
        return Boolean.TRUE.equals(done);
    }

    private Publication publication(Sheet sheet, Kind kind, String remark) {
        return new Publication(
                sheet.seen().id(),
                sheet.seen().revision() + 1,
                kind,
                sheet.text(),
                sheet.base(),
                remark,
                currentUser.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// The other nodes hear of it; whoever published here sees it with the answer.
    void refresh() {
        try {
            help.refresh();
        } catch (RuntimeException e) {
            // It is published all the same: this node hears of it like the others, and tries until it succeeds.
            LOG.warn("What was published is not read on this node yet", e);
        }
    }

    /// `remark` without what cannot be kept, cut at [Publishing#MAX_REMARK].
    static String tidyRemark(String remark) {
        var plain = Drafts.plain(remark).strip();
        return plain.length() > Publishing.MAX_REMARK ? plain.substring(0, Publishing.MAX_REMARK) : plain;
    }
}
