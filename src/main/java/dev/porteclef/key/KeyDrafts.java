package dev.porteclef.key;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.verification.CredentialFormat;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// What the signed-in customer has typed into the connect form so far, secrets excepted: one draft per exchange, kept
/// through time-outs and restarts until the key is connected. What is typed to replace a key is kept with that key.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
public class KeyDrafts {

    private static final int MAX_TEXT = 120;

    private final Jdbi jdbi;
    private final CurrentUser currentUser;
    private final Clock clock;

    KeyDrafts(Jdbi jdbi, CurrentUser currentUser, Clock clock) {
        this.jdbi = jdbi;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// What was typed for `exchange` last, if anything.
    public Optional<Typed> find(ExchangeId exchange) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select environment, label, strategy, program
                        from key_draft
                        where owner = :owner and exchange = :exchange
                        """)
                .bind("owner", currentUser.id())
                .bind("exchange", exchange.value())
                .map(ConstructorMapper.of(Typed.class))
                .findOne());
    }

    /// Keeps what is typed now, whether or not it would be accepted. A label that looks like a credential is not kept:
    /// a pair is easily pasted into the wrong field, and drafts are stored in clear.
    public void keep(Exchange exchange, Typed typed) {
        var label = CredentialFormat.looksLikeCredential(exchange, typed.label()) ? "" : typed.label();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from key_draft where owner = :owner and exchange = :exchange")
                    .bind("owner", currentUser.id())
                    .bind("exchange", exchange.id().value())
                    .execute();
            handle.createUpdate("""
                            insert into key_draft (owner, exchange, environment, label, strategy, program, updated_at)
                            values (:owner, :exchange, :environment, :label, :strategy, :program, :now)
                            on conflict do nothing
                            """)
                    .bind("owner", currentUser.id())
                    .bind("exchange", exchange.id().value())
                    .bind("environment", typed.environment())
                    .bind("label", cut(label))
                    .bind("strategy", cut(typed.strategy()))
                    .bind("program", typed.program())
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    /// Deletes the draft; there need not be one.
    public void forget(ExchangeId exchange) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from key_draft where owner = :owner and exchange = :exchange")
                        .bind("owner", currentUser.id())
                        .bind("exchange", exchange.value())
                        .execute());
    }

    /// The name typed last for a key that is to replace `old`, if any.
    public Optional<String> replacementLabel(KeyId old) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select replacement_draft.label
                        from replacement_draft
                        join exchange_key on exchange_key.id = replacement_draft.key_id
                        where exchange_key.id = :old and exchange_key.owner = :owner
                        """)
                .bind("old", old)
                .bind("owner", currentUser.id())
                .mapTo(String.class)
                .findOne());
    }

    /// Keeps the name typed now for a key of `exchange` that is to replace `old`; nothing where it is blank or looks
    /// like a credential, or `old` is somebody else's.
    public void keepReplacementLabel(Exchange exchange, KeyId old, String label) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            delete from replacement_draft
                            where key_id in (select id from exchange_key where id = :old and owner = :owner)
                            """)
                    .bind("old", old)
                    .bind("owner", currentUser.id())
                    .execute();
            if (label.isBlank() || CredentialFormat.looksLikeCredential(exchange, label)) {
                return;
            }
            handle.createUpdate("""
                            insert into replacement_draft (key_id, label, updated_at)
                            select id, cast(:label as varchar(200)), cast(:now as timestamp(6) with time zone)
                            from exchange_key
                            where id = :old and owner = :owner
                            on conflict do nothing
                            """)
                    .bind("old", old)
                    .bind("owner", currentUser.id())
                    .bind("label", cut(label))
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT));
    }

    /// Form fields as text.
    public record Typed(String environment, String label, String strategy, String program) {}
}
