package dev.porteclef.testing;

import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// Whoever a test lets act without having signed up gets an account when the portal first asks for one.
@TestConfiguration(proxyBeanMethods = false)
class Newcomers {

    @Bean
    static BeanPostProcessor accountsForNewcomers(ObjectProvider<Jdbi> database) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RolesNow roles
                        ? (RolesNow) person -> {
                            new CurrentUser()
                                    .find()
                                    .filter(user -> user.id().equals(person))
                                    .ifPresent(user -> open(database.getObject(), user));
                            return roles.of(person);
                        }
                        : bean;
            }
        };
    }

    private static void open(Jdbi jdbi, SignedInUser user) {
        jdbi.useHandle(handle -> {
            var known = handle.createQuery("select count(*) from account where id = :id")
                    .bind("id", user.id())
                    .mapTo(Integer.class)
                    .one();
            if (known > 0) {
                return;
            }
            handle.createUpdate("""
                            insert into account (id, email, password_hash, language, enabled, created_at, version)
                            values (:id, :email, '', :language, true, :at, 0)
                            """)
                    .bind("id", user.id())
                    .bind("email", user.id() + "@newcomer.example")
                    .bind("language", user.language().tag())
                    .bind("at", Instant.EPOCH)
                    .execute();
            user.roles()
                    .forEach(role -> handle.createUpdate("""
                            insert into account_role (account_id, role)
                            values (:id, :role)
                            """)
                            .bind("id", user.id())
                            .bind("role", role.name())
                            .execute());
        });
    }
}
