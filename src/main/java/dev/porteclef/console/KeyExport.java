package dev.porteclef.console;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// A list of keys as a file of comma-separated values (RFC 4180), written page by page as it is read. States only: no
/// key, no part of one. That it was written is on the record. What a spreadsheet would take for a formula is made text
/// (OWASP, "CSV Injection").
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
public class KeyExport {

    private static final int AT_ONCE = 1_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    /// Where a cell begins to count, also for a program that takes a semicolon or a tab for the end of the one before.
    private static final Pattern FORMULA = Pattern.compile("(^|[;,\\t\\r\\n\"])(?=[=+\\-@\\t\\r])");
    /// The names are the same in every language, for programs read them.
    private static final List<String> HEAD = List.of(
            "id",
            "customer",
            "language",
            "label",
            "state",
            "cause",
            "code",
            "exchange",
            "kind",
            "strategy",
            "harmless",
            "life",
            "since",
            "checked",
            "connected");

    private final KeyList keys;
    private final AuditLog audit;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    KeyExport(
            KeyList keys, AuditLog audit, Limits limits, CurrentUser currentUser, TransactionOperations transactions) {
        this.keys = keys;
        this.audit = audit;
        this.limits = limits;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /// Writes all keys that `query` wants, in its order; nothing where this agent has downloaded too many lists. Keys
    /// that change meanwhile stand in it once, or, where they change their place, perhaps twice or not at all.
    @Deed(StaffDeed.DOWNLOAD_LIST)
    public Allowance write(KeyQuery query, Writer to) throws IOException {
        var allowance = limits.check(Limit.LIST_EXPORT, currentUser.id().toString());
        if (allowance instanceof Allowance.Wait) {
            return allowance;
        }
        transactions.executeWithoutResult(_ ->
                audit.record(Act.LIST_EXPORTED, currentUser.id(), null, null, Map.of("query", QueryText.told(query))));
        var csv = new CSVPrinter(to, FORMAT);
        csv.printRecord(HEAD);
        Place place = null;
        do {
            var page = keys.page(query, place, AT_ONCE);
            for (var line : page.lines()) {
                csv.printRecord(values(line).map(KeyExport::safe));
            }
            csv.flush();
            place = page.after();
        } while (place != null);
        return allowance;
    }

    private static Stream<String> values(KeyLine line) {
        return Stream.of(
                line.id().toString(),
                line.customer(),
                line.language().tag(),
                line.label(),
                name(line.headline()),
                line.cause() == null ? "" : line.cause().name(),
                line.code() == null ? "" : line.code(),
                line.exchange().value(),
                name(line.environment()),
                line.strategy().toString(),
                name(line.harmlessness()),
                name(line.life()),
                time(line.since()),
                time(line.checkedAt()),
                time(line.connectedAt()));
    }

    private static String safe(String value) {
        return FORMULA.matcher(value).replaceAll("$1'");
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String time(Instant at) {
        return at.toString();
    }
}
