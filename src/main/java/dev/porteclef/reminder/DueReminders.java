package dev.porteclef.reminder;

import dev.porteclef.exchange.Environment;
import dev.porteclef.key.KeyRoster;
import dev.porteclef.key.Life;
import dev.porteclef.key.Rotation;
import dev.porteclef.key.RotationRule;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailDraft;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.Outbox;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// What one customer is to be reminded of today. Joins the caller's transaction; putting it twice changes nothing.
@Component
class DueReminders {

    private final RotationRule rule;
    private final Outbox outbox;
    private final Clock clock;

    DueReminders(RotationRule rule, Outbox outbox, Clock clock) {
        this.rule = rule;
        this.outbox = outbox;
        this.clock = clock;
    }

    void put(UserId owner, List<KeyRoster.Entry> keys, LocalDate today) {
        keys.stream().filter(KeyRoster.Entry::isInUse).forEach(this::rotation);
        review(owner, keys, today);
    }

    /// At each of the two ages once. A key that was already past the second when it was first looked at is told of
    /// once.
    private void rotation(KeyRoster.Entry key) {
        var rotation = rule.of(key.connectedAt(), clock.instant());
        if (rotation == Rotation.FINE) {
            return;
        }
        var facts = new MailFacts.RotationDue(
                key.label(),
                LocalDate.ofInstant(key.connectedAt(), ZoneOffset.UTC),
                LocalDate.ofInstant(rule.endOf(key.connectedAt()), ZoneOffset.UTC),
                rule.days(),
                rotation == Rotation.OVERDUE);
        var about = new AboutKey(key.exchange(), key.environment(), key.id());
        outbox.put(new MailDraft(key.owner(), facts, about, "ROTATION:" + key.id() + ":" + rotation));
    }

    /// From the customer's day of the month on, for keys that move real money and were not connected only this month.
    private void review(UserId owner, List<KeyRoster.Entry> keys, LocalDate today) {
        if (today.getDayOfMonth() < ReviewDay.of(owner)) {
            return;
        }
        var monthBegan = today.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var live = keys.stream()
                .filter(key -> key.life() == Life.ACTIVE && key.environment() == Environment.LIVE)
                .toList();
        if (live.stream().noneMatch(key -> key.connectedAt().isBefore(monthBegan))) {
            return;
        }
        var labels = live.stream()
                .map(KeyRoster.Entry::label)
                .limit(MailFacts.PermissionReview.MOST)
                .toList();
        var facts = new MailFacts.PermissionReview(labels, live.size() - labels.size());
        outbox.put(new MailDraft(owner, facts, null, "REVIEW:" + owner + ":" + YearMonth.from(today)));
    }
}
