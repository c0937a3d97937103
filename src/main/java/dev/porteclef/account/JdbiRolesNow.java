package dev.porteclef.account;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.UserId;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// As the database has them: another node, or an administrator at the database, may have changed them a moment ago.
@Component
final class JdbiRolesNow implements RolesNow {

    private final Jdbi jdbi;

    JdbiRolesNow(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Set<Role> of(UserId person) {
        return Set.copyOf(jdbi.withHandle(handle ->
                handle.createQuery("""
                        select account_role.role
                        from account
                        join account_role on account_role.account_id = account.id
                        where account.id = :id
                          and account.enabled
                        """).bind("id", person).mapTo(Role.class).list()));
    }
}
