package dev.porteclef.mail;

import dev.porteclef.account.Addressees;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Tokens;
import dev.porteclef.platform.security.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The links in mails that end one kind of them, without a sign-in: whoever has the mail may. A link can do nothing
/// else, and nothing twice; it can be taken back on the customer's own page. Only hashes of links are stored.
@Service
@PreAuthorize("permitAll()")
@Transactional
public class Unsubscriptions {

    /// Where the links lead, before the token.
    static final String PATH = "/unsubscribe/";

    /// How long a link works after its mail was sent.
    static final Duration KEPT = Duration.ofDays(400);

    private final JdbiUnsubscriptions store;
    private final JdbiMailChoices choices;
    private final Addressees addressees;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    Unsubscriptions(Jdbi jdbi, Addressees addressees, AuditLog audit, SecureRandom random, Clock clock) {
        this.store = new JdbiUnsubscriptions(jdbi);
        this.choices = new JdbiMailChoices(jdbi);
        this.addressees = addressees;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// What a link would end.
    ///
    /// @param language of its reader
    /// @param ended whether it has been ended already
    public record Offer(MailKind kind, Language language, boolean ended) {}

    /// The offer behind a link's token; nothing where there is none, or not any more.
    @Transactional(readOnly = true)
    public Optional<Offer> find(String token) {
        return stored(token).flatMap(this::offer);
    }

    /// Ends what the link offers to; ending it twice is no error.
    ///
    /// @return what was ended; nothing for an unknown token
    public Optional<Offer> confirm(String token) {
        var stored = stored(token);
        stored.ifPresent(found -> {
            if (!found.kind().isMandatory() && choices.decline(found.owner(), found.kind())) {
                audit.record(
                        Act.REMINDERS_CHANGED,
                        null,
                        found.owner(),
                        null,
                        Map.of("kind", found.kind().name(), "wanted", "false", "by", "link"));
            }
        });
        return stored.flatMap(this::offer);
    }

    /// A new token for a mail that is about to be sent.
    String mint(UserId owner, MailKind kind) {
        var now = clock.instant();
        var token = Tokens.next(random);
        store.forget(now.minus(KEPT));
        store.insert(Tokens.hash(token), owner, kind, now);
        return token;
    }

    private Optional<JdbiUnsubscriptions.Stored> stored(String token) {
        return Tokens.isOne(token)
                ? store.find(Tokens.hash(token), clock.instant().minus(KEPT))
                : Optional.empty();
    }

    private Optional<Offer> offer(JdbiUnsubscriptions.Stored stored) {
        return addressees
                .find(stored.owner())
                .map(owner ->
                        new Offer(stored.kind(), owner.language(), choices.declines(stored.owner(), stored.kind())));
    }
}
