package dev.porteclef.reminder;

import dev.porteclef.platform.security.UserId;
import java.time.LocalDate;

/// The day of the month on which a customer is asked to look at the rights of their keys: the 1st to the 28th, by the
/// customer's id, so that mails spread over the month and calendar and mail agree.
final class ReviewDay {

    private static final int DAYS_OF_EVERY_MONTH = 28;

    private ReviewDay() {}

    static int of(UserId owner) {
        return 1 + Math.floorMod(owner.value().hashCode(), DAYS_OF_EVERY_MONTH);
    }

    /// The first such day that is not before `from`.
    static LocalDate next(UserId owner, LocalDate from) {
        var thisMonth = from.withDayOfMonth(of(owner));
        return thisMonth.isBefore(from) ? thisMonth.plusMonths(1) : thisMonth;
    }
}
