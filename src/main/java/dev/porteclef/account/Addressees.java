package dev.porteclef.account;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// Where and in which language the portal writes to a person.
@Component
public class Addressees {

    private final Jdbi jdbi;

    public Addressees(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param language the last one chosen while signed in
    public record Addressee(EmailAddress email, Language language) {}

    /// Nothing for a disabled or unknown account: nobody writes to those.
    public Optional<Addressee> find(UserId person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select email, language
                        from account
                        where id = :id
                          and enabled
                        """)
                .bind("id", person)
                .map((row, context) -> new Addressee(
                        new EmailAddress(row.getString("email")),
                        Language.of(row.getString("language")).orElseThrow()))
                .findOne());
    }
}
