package dev.porteclef.practice;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.practice.JdbiPracticeKeys.Stored;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Answers the calls of the v2 API that the portal makes, as far as the real answers are known.
///
/// The order of the checks is ours, since the real one is unknown: headers, key, signature, IP list, nonce, scope. So a
/// call with a wrong signature, or from elsewhere, leaves the key's counter as it is, and one without the scope does
/// not.
@Component
@Profile("!prod")
final class PracticeApi {

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

    /// The largest integer a JavaScript number holds exactly: the documented upper limit of a nonce.
    static final long LARGEST_NONCE = 9_007_199_254_740_991L;

    private static final String WALLETS = """
            [["exchange","USD",1000.5,0,1000.5,null,null],\
            ["exchange","BTC",0.2,0,0.2,null,null],\
            ["funding","USD",0,0,0,null,null]]""";

    private final JdbiPracticeKeys keys;
    private final PracticePairs pairs;
    private final ExchangeCatalogue catalogue;
    private final Installation installation;

    PracticeApi(JdbiPracticeKeys keys, PracticePairs pairs, ExchangeCatalogue catalogue, Installation installation) {
        this.keys = keys;
        this.pairs = pairs;
        this.catalogue = catalogue;
        this.installation = installation;
    }

    /// The answer to one call; an unknown path or method ends on a web server's page, as it does there.
    ApiAnswer answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /v2/platform/status" -> ApiAnswer.OPERATIVE;
            case "POST /v2/auth/r/permissions" -> authenticated(call, this::permissions);
            case "POST /v2/auth/r/wallets" -> authenticated(call, this::wallets);
            case "POST /v2/auth/r/info/user" -> authenticated(call, this::user);
            default -> ApiAnswer.NO_SUCH_PAGE;
        };
    }

    private ApiAnswer authenticated(Call call, Endpoint endpoint) {
        if (call.apiKey() == null || call.nonce() == null || call.signature() == null) {
            return ApiAnswer.NOT_ACCEPTED;
        }
        var found = keys.find(pairs.fingerprint(call.apiKey())).orElse(null);
        if (found == null) {
            return ApiAnswer.KEY_UNKNOWN;
        }
        // What the real exchange says to an address that is not listed is unknown; its general refusal is our guess.
        if (!signed(found, call, call.nonce(), call.signature()) || !comesFromListedAddress(found.key())) {
            return ApiAnswer.NOT_ACCEPTED;
        }
        var nonce = nonce(call.nonce());
        return nonce < 0 || !keys.accept(found.key().id(), nonce)
                ? ApiAnswer.NONCE_SMALL
                : endpoint.answer(found.key());
    }

    private boolean signed(Stored found, Call call, String nonce, String signature) {
        try (var secret = pairs.open(found.owner(), found.key().id(), found.sealed())) {
            return RequestSignature.matches(secret, call.path().substring(1), nonce, call.body(), signature);
        }
    }

    /// Every call comes over loopback; what counts is where it would come from if it went out.
    private boolean comesFromListedAddress(PracticeKey key) {
        return key.addresses().isEmpty()
                || new AddressList(key.addresses()).holdsOneOf(installation.outgoingAddresses());
    }

    /// The number, or -1 for anything that is no decimal number up to [#LARGEST_NONCE]. Which error the real exchange
    /// gives there is unknown; the one that speaks of nonces is our guess.
    private static long nonce(String text) {
        if (!text.matches("[0-9]{1,16}")) {
            return -1;
        }
        var number = Long.parseLong(text);
        return number <= LARGEST_NONCE ? number : -1;
    }

    private ApiAnswer permissions(PracticeKey key) {
        return ApiAnswer.ok(SCOPES.stream()
                .map(scope -> "[\"%s\",%d,%d]"
                        .formatted(scope, flag(key, scope, Access.READ), flag(key, scope, Access.WRITE)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private ApiAnswer wallets(PracticeKey key) {
        if (!grants(key, "wallets", Access.READ)) {
            return ApiAnswer.NOT_PERMITTED;
        }
        return ApiAnswer.ok(key.funded() ? WALLETS : "[]");
    }

    /// The documented length with nothing known in it but that this is no paper-trading account (21). That reading the
    /// account is what it takes is inferred.
    private ApiAnswer user(PracticeKey key) {
        if (!grants(key, "account", Access.READ)) {
            return ApiAnswer.NOT_PERMITTED;
        }
        return ApiAnswer.ok("[1" + ",null".repeat(20) + ",0" + ",null".repeat(33) + "]");
    }

    private int flag(PracticeKey key, String scope, Access access) {
        return grants(key, scope, access) ? 1 : 0;
    }

    private boolean grants(PracticeKey key, String scope, Access access) {
        return catalogue
                .get(PracticeServer.IMITATED)
                .boxes()
                .filter(box -> key.boxes().contains(box.id()))
                .anyMatch(box -> grants(box, scope, access));
    }

    private static boolean grants(PermissionBox box, String scope, Access access) {
        return box.scope().equals(scope) && box.access() == access;
    }

    /// What one address of the API answers to a call that passed all checks.
    @FunctionalInterface
    private interface Endpoint {
        ApiAnswer answer(PracticeKey key);
    }

    /// One call as it arrived.
    ///
    /// @param path as sent, without the query
    // Handed on once, never compared and never kept.
    @SuppressWarnings("ArrayRecordComponent")
    record Call(
            String method,
            String path,
            @Nullable String nonce,
            @Nullable String apiKey,
            @Nullable String signature,
            byte[] body) {}
}
