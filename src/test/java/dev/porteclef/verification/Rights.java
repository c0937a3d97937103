package dev.porteclef.verification;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.GrantedPermissions.Grant;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Rights of imagined keys, and every strategy that the content offers.
final class Rights {

    private final Map<String, Grant> scopes = new HashMap<>();

    /// A key with exactly the boxes that `strategy` needs in one of these ways.
    static Rights ticked(Exchange exchange, Strategy strategy, Need... needs) {
        var rights = new Rights();
        exchange.boxes()
                .filter(box -> List.of(needs).contains(exchange.need(box, strategy)))
                .forEach(rights::tick);
        return rights;
    }

    Rights tick(PermissionBox box) {
        return box.access() == Access.READ ? with(box.scope(), true, false) : with(box.scope(), false, true);
    }

    Rights untick(PermissionBox box) {
        scopes.computeIfPresent(
                box.scope(),
                (_, grant) ->
                        box.access() == Access.READ ? new Grant(false, grant.write()) : new Grant(grant.read(), false));
        return this;
    }

    Rights with(String scope, boolean read, boolean write) {
        scopes.merge(
                scope,
                new Grant(read, write),
                (one, other) -> new Grant(one.read() || other.read(), one.write() || other.write()));
        return this;
    }

    GrantedPermissions granted() {
        return new GrantedPermissions(scopes);
    }

    /// Each profile alone and with every add-on.
    static Stream<Strategy> strategies(Exchange exchange) {
        return exchange.choices().stream()
                .flatMap(choice -> Stream.concat(
                        Stream.of(Strategy.of(choice.id())),
                        exchange.addOns().stream().map(addOn -> new Strategy(choice.id(), Set.of(addOn.id())))));
    }
}
