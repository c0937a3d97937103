package dev.porteclef.mail;

import dev.porteclef.console.StatedKeys;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.security.SignedInUser;

/// Mails about keys that are red indeed.
final class Drafts {

    private Drafts() {}

    static MailDraft red(MailFixture fixture, SignedInUser customer, String occasion) {
        return red(fixture, customer, "My bot", occasion);
    }

    static MailDraft red(MailFixture fixture, SignedInUser customer, String label, String occasion) {
        return new MailDraft(
                customer.id(),
                new MailFacts.KeyRed(label, Headline.CREDENTIALS_REJECTED, MailFixture.START),
                about(fixture, customer),
                customer.id() + occasion);
    }

    static AboutKey about(MailFixture fixture, SignedInUser owner) {
        var key = new StatedKeys(fixture.database.jdbi())
                .key(owner.id())
                .with("headline", Headline.CREDENTIALS_REJECTED.name())
                .write();
        return new AboutKey(StagedBitfinex.ID, Environment.LIVE, key);
    }
}
