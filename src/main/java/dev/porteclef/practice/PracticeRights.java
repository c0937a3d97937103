package dev.porteclef.practice;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What the boxes of a practice key grant, and which mistakes lie in them.
@Component
@Profile("!prod")
final class PracticeRights {

    /// All scopes seen in answers of the real API, in its documented order; those without a box are never granted.
    static final List<String> SCOPES = List.of(
            "account",
            "history",
            "orders",
            "positions",
            "funding",
            "settings",
            "wallets",
            "withdraw",
            "ui_withdraw",
            "bfxpay",
            "eaas_agreement",
            "eaas_withdraw",
            "eaas_deposit",
            "eaas_brokerage");

    /// Seen in answers of the real API and described by nobody.
    static final String UNDESCRIBED = "eaas_brokerage";

    private static final String WITHDRAW = "withdraw";

    private final ExchangeCatalogue catalogue;

    PracticeRights(ExchangeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The rows `[scope, read, write]`, as JSON.
    String list(PracticeKey key, @Nullable Mishap mishap) {
        return SCOPES.stream()
                .map(scope -> "[\"%s\",%d,%d]"
                        .formatted(
                                scope,
                                grants(key, scope, Access.READ) ? 1 : 0,
                                grants(key, scope, Access.WRITE) || adds(mishap, scope) ? 1 : 0))
                .collect(Collectors.joining(",", "[", "]"));
    }

    boolean grants(PracticeKey key, String scope, Access access) {
        return ticked(key).anyMatch(box -> box.scope().equals(scope) && box.access() == access);
    }

    /// Whether the list says that the key can withdraw.
    boolean withdraws(PracticeKey key, @Nullable Mishap mishap) {
        return grants(key, WITHDRAW, Access.WRITE) || adds(mishap, WITHDRAW);
    }

    /// What is wrong with the boxes themselves, for a bot of the kind the rehearsal takes: the exchange's first.
    Set<Mistake> mistakes(PracticeKey key) {
        var found = EnumSet.noneOf(Mistake.class);
        if (withdraws(key, null)) {
            found.add(Mistake.WITHDRAW_TICKED);
        }
        if (!grants(key, "orders", Access.WRITE)) {
            found.add(Mistake.ORDERS_WRITE_MISSING);
        }
        if (exchange().boxes().anyMatch(box -> need(box) == Need.RECOMMENDED && !isTicked(key, box))) {
            found.add(Mistake.RECOMMENDED_MISSING);
        }
        if (ticked(key).anyMatch(box -> need(box) == Need.UNNEEDED)) {
            found.add(Mistake.MORE_THAN_NEEDED);
        }
        return found;
    }

    private static boolean adds(@Nullable Mishap mishap, String scope) {
        return (mishap == Mishap.UNKNOWN_SCOPE && scope.equals(UNDESCRIBED))
                || (mishap == Mishap.WITHDRAW_LATER && scope.equals(WITHDRAW));
    }

    private Need need(PermissionBox box) {
        return exchange().need(box, exchange().defaultStrategy());
    }

    private Stream<PermissionBox> ticked(PracticeKey key) {
        return exchange().boxes().filter(box -> isTicked(key, box));
    }

    private static boolean isTicked(PracticeKey key, PermissionBox box) {
        return key.boxes().contains(box.id());
    }

    private Exchange exchange() {
        return catalogue.get(PracticeServer.IMITATED);
    }
}
