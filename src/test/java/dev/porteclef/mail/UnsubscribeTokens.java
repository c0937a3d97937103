package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import org.springframework.context.ApplicationContext;

/// Links as they stand in mails, for tests of other features.
public final class UnsubscribeTokens {

    private UnsubscribeTokens() {}

    public static String mint(ApplicationContext portal, UserId owner, MailKind kind) {
        return portal.getBean(Unsubscriptions.class).mint(owner, kind);
    }
}
