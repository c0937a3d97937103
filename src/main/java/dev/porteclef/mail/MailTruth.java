package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import java.util.Optional;

/// Knows what of a mail is true still when its turn comes, for it may have waited long. Without an implementation all
/// of
/// it is; several are asked one after the other.
@FunctionalInterface
public interface MailTruth {

    /// What a mail about that key has to say at this moment: `facts` as they are, or others of the same kind; nothing
    /// where it would not be true, and then it is never sent. Asked right before each mail is sent, outside of any
    /// transaction.
    Optional<MailFacts> now(UserId owner, MailFacts facts, AboutKey about);
}
