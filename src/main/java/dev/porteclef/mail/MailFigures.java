package dev.porteclef.mail;

import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// How much mail waits, in numbers that name nobody.
@Component
public class MailFigures {

    private final JdbiOutbox outbox;

    MailFigures(Jdbi jdbi) {
        this.outbox = new JdbiOutbox(jdbi);
    }

    /// How many mails are written and not sent, given up or taken back.
    public int waiting() {
        return outbox.waiting();
    }
}
