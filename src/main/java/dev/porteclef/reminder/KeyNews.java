package dev.porteclef.reminder;

import dev.porteclef.key.Headline;
import dev.porteclef.key.Headline.Tone;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.key.KeyRoster;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailDraft;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.MailKind;
import dev.porteclef.mail.MailTruth;
import dev.porteclef.mail.Outbox;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts mail into the outbox when a check changes what a key amounts to, in the transaction of that check.
///
/// Told is what the customer could not know: a key that turns red, not one that is red when it is first connected, for
/// then its owner looks at the page. *Works again* is told to whom red was told. What has not gone out yet when it is
/// over is taken back, and neither is told.
@Component
class KeyNews implements MailTruth {

    private static final Set<MailKind> COLOURS = EnumSet.of(MailKind.KEY_RED, MailKind.KEY_GREEN);
    /// Red that the owner knows of: it was told with a mail of its own, or they have said so themselves.
    private static final Set<Headline> KNOWN = EnumSet.of(Headline.REFUSED, Headline.LEAKED);

    private final KeyRoster roster;
    private final Outbox outbox;
    private final Clock clock;

    KeyNews(KeyRoster roster, Outbox outbox, Clock clock) {
        this.roster = roster;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(KeyJudged judged) {
        var before = judged.before();
        var now = judged.headline();
        if (before == null || before == now) {
            return;
        }
        if (now == Headline.REFUSED) {
            outbox.takeBack(judged.owner(), judged.key(), MailKind.KEY_GREEN);
            tell(judged, new MailFacts.WithdrawFound(label(judged), now()));
        } else if (now.tone() == Tone.RED && before.tone() != Tone.RED) {
            // It may be red for another reason than before: that is told, even if *works again* never was.
            outbox.takeBack(judged.owner(), judged.key(), MailKind.KEY_GREEN);
            tell(judged, new MailFacts.KeyRed(label(judged), now, now()));
        } else if (before.tone() == Tone.RED && (now.tone() == Tone.GREEN || now.tone() == Tone.AMBER)) {
            recovered(judged);
        }
    }

    /// While a mail is held back or its server is down, the owner may take the key out of use, or it may turn red for
    /// another reason.
    @Override
    public Optional<MailFacts> now(UserId owner, MailFacts facts, AboutKey about) {
        return switch (facts) {
            case MailFacts.KeyRed red ->
                roster.headline(about.key(), red.cause())
                        .filter(headline -> headline.tone() == Tone.RED && !KNOWN.contains(headline))
                        .map(headline -> new MailFacts.KeyRed(red.label(), headline, red.at()));
            case MailFacts.KeyGreen green ->
                Optional.<MailFacts>of(green)
                        .filter(_ -> roster.headline(about.key(), green.state())
                                .filter(headline -> headline.tone() != Tone.RED)
                                .isPresent())
                        .filter(_ -> outbox.latestTold(owner, about.key(), COLOURS)
                                .filter(MailKind.KEY_RED::equals)
                                .isPresent());
            default -> Optional.of(facts);
        };
    }

    private void recovered(KeyJudged judged) {
        var owner = judged.owner();
        var key = judged.key();
        outbox.takeBack(owner, key, MailKind.KEY_RED);
        // What is left is what the owner has been told.
        if (outbox.latest(owner, key, COLOURS).filter(MailKind.KEY_RED::equals).isPresent()) {
            tell(judged, new MailFacts.KeyGreen(label(judged), judged.headline(), now()));
        }
    }

    private void tell(KeyJudged judged, MailFacts facts) {
        var about = new AboutKey(judged.exchange(), judged.environment(), judged.key());
        var occasion = judged.headline().tone() + ":" + judged.key() + ":" + now();
        outbox.put(new MailDraft(judged.owner(), facts, about, occasion));
    }

    private String label(KeyJudged judged) {
        return roster.find(judged.owner(), judged.key())
                .map(KeyRoster.Entry::label)
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
