package dev.porteclef.guide;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.i18n.LocalizedText;
import java.util.List;

/// What to do with one box of the exchange's dialog for a chosen strategy, and why.
///
/// @param why the reason given for this choice, else what the box lets a key do
/// @param particular whether the box is to be ticked for this choice but not for every other one
public record BoxAdvice(PermissionBox box, Need need, LocalizedText why, boolean particular) {

    /// The advice for every box of the dialog, in its order.
    public static List<BoxAdvice> of(Exchange exchange, Strategy strategy) {
        return exchange.boxes().map(box -> of(exchange, strategy, box)).toList();
    }

    private static BoxAdvice of(Exchange exchange, Strategy strategy, PermissionBox box) {
        var need = exchange.need(box, strategy);
        var rule = exchange.rule(box, strategy);
        var particular = isTicked(need)
                && exchange.choices().stream()
                        .map(choice -> exchange.need(box, Strategy.of(choice.id())))
                        .anyMatch(other -> !isTicked(other));
        return new BoxAdvice(box, need, rule == null ? box.meaning() : rule.why(), particular);
    }

    /// Whether the box should have its tick on the exchange.
    public boolean ticked() {
        return isTicked(need);
    }

    private static boolean isTicked(Need need) {
        return switch (need) {
            case REQUIRED, RECOMMENDED -> true;
            case OPTIONAL, UNNEEDED, FORBIDDEN -> false;
        };
    }
}
