package dev.porteclef.watch;

import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Customers' keys, an agent who declares incidents about them, and the round that ends those.
final class DeclaredWorld implements AutoCloseable {

    static final IncidentTexts TEXTS = new IncidentTexts("A box is missing.", "Il manque une case.");

    final KeyWorld keys;
    final SignedInUser agent = new SignedInUser(
            new UserId(UUID.randomUUID()), "agent@example.org", "", Set.of(Role.SUPPORT), Language.ENGLISH, true);
    private final DataSourceTransactionManager transactions;
    private final DeclaredIncidents incidents;

    DeclaredWorld(TestDatabase database) {
        keys = new KeyWorld(database);
        transactions = new DataSourceTransactionManager(keys.source());
        incidents = new DeclaredIncidents(
                keys.jdbi(),
                keys.bean(CredentialGuard.class),
                keys.bean(AuditLog.class),
                new CurrentUser(),
                keys.clock());
    }

    /// What the agent does, in a transaction of its own.
    <T> T asAgent(Function<DeclaredIncidents, T> act) {
        try (var _ = SignedIn.as(agent)) {
            return Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> act.apply(incidents)));
        }
    }

    DeclareOutcome declare(Trouble trouble) {
        return asAgent(desk -> desk.declare(trouble, TEXTS));
    }

    List<DeclaredIncident> open() {
        return asAgent(DeclaredIncidents::open);
    }

    /// The round of one node.
    DeclaredRound round() {
        return new DeclaredRound(keys.jdbi(), keys.bean(AuditLog.class), keys.clock(), transactions);
    }

    /// What stands on the record about incidents, with who did it.
    List<String> record() {
        return keys.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select act, actor
                        from audit_event
                        where act like 'INCIDENT%'
                        order by number
                        """)
                        .map((row, context) -> row.getString("act") + " by " + row.getObject("actor", UUID.class))
                        .list());
    }

    @Override
    public void close() {
        keys.close();
    }
}
