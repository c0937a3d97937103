package dev.porteclef.practice;

import dev.porteclef.exchange.Access;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.practice.JdbiPracticeCalls.Stored;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Answers the calls of the v2 API that the portal makes, as far as the real answers are known, and notes what was
/// really the matter.
///
/// The order of the checks is ours, since the real one is unknown: headers, key, mishaps that leave nothing
/// to check, signature, confirmation, IP list, nonce, scope. So a call with a wrong signature, or from
/// elsewhere, leaves the key's counter as it is, and one without the scope does not.
@Component
@Profile("!prod")
final class PracticeApi {

    /// The largest integer a JavaScript number holds exactly: the documented upper limit of a nonce.
    static final long LARGEST_NONCE = 9_007_199_254_740_991L;

    /// By how much the other program of a race is ahead: past by the time the portal tries again.
    static final long AHEAD_IN_MILLISECONDS = 3;

    private static final String WALLETS = """
            [["exchange","USD",1000.5,0,1000.5,null,null],\
            ["exchange","BTC",0.2,0,0.2,null,null],\
            ["funding","USD",0,0,0,null,null]]""";

    private final JdbiPracticeCalls calls;
    private final PracticePairs pairs;
    private final PracticeRights rights;
    private final PracticeTruth truth;
    private final Installation installation;

    PracticeApi(
            JdbiPracticeCalls calls,
            PracticePairs pairs,
            PracticeRights rights,
            PracticeTruth truth,
            Installation installation) {
        this.calls = calls;
        this.pairs = pairs;
        this.rights = rights;
        this.truth = truth;
        this.installation = installation;
    }

    /// The answer to one call; an unknown path or method ends on a web server's page, as it does there.
    Reply answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /v2/platform/status" -> Reply.atOnce(ApiAnswer.OPERATIVE);
            case "POST /v2/auth/r/permissions" -> authenticated(call, true, this::permissions);
            case "POST /v2/auth/r/wallets" -> authenticated(call, false, this::wallets);
            case "POST /v2/auth/r/info/user" -> authenticated(call, false, this::user);
            default -> Reply.atOnce(ApiAnswer.NO_SUCH_PAGE);
        };
    }

    /// @param opens whether a verification begins with this call, as far as one can tell
    private Reply authenticated(Call call, boolean opens, Endpoint endpoint) {
        if (call.apiKey() == null || call.nonce() == null || call.signature() == null) {
            return Reply.atOnce(ApiAnswer.NOT_ACCEPTED);
        }
        var sent = pairs.fingerprint(call.apiKey());
        var found = calls.find(sent).orElse(null);
        if (found == null) {
            noteUnknown(sent);
            return Reply.atOnce(ApiAnswer.KEY_UNKNOWN);
        }
        var judged = judge(found, call, call.nonce(), call.signature(), opens, endpoint);
        if (opens && !found.overtaken()) {
            truth.begun(found.owner(), sent, judged.mistakes());
        } else {
            truth.continued(found.owner(), sent, judged.mistakes());
        }
        var mishap = found.mishap();
        return new Reply(judged.answer(), mishap == null ? Delivery.AT_ONCE : mishap.delivery());
    }

    /// A key that does not exist has no owner, unless it did exist or is a secret in the wrong field.
    private void noteUnknown(byte[] sent) {
        calls.ownerOfSecret(sent).ifPresent(owner -> truth.begun(owner, sent, Set.of(Mistake.SWAPPED_FIELDS)));
        calls.ownerOfDeleted(sent).ifPresent(owner -> truth.begun(owner, sent, Set.of(Mistake.KEY_DELETED)));
    }

    private Judged judge(Stored found, Call call, String nonce, String signature, boolean opens, Endpoint endpoint) {
        var mishap = found.mishap();
        if (mishap != null && mishap.instead().isPresent()) {
            return new Judged(mishap.instead().get(), Mistake.of(mishap));
        }
        if (!signed(found, call, nonce, signature)) {
            return new Judged(ApiAnswer.NOT_ACCEPTED, Set.of(Mistake.WRONG_SECRET));
        }
        // What the real exchange says before a confirmation, and to an address that is not listed, is unknown; its
        // general refusal is our guess.
        if (mishap == Mishap.CONFIRMATION_PENDING) {
            return new Judged(ApiAnswer.NOT_ACCEPTED, Set.of(Mistake.CONFIRMATION_PENDING));
        }
        if (mishap == Mishap.IP_NOT_LISTED || !comesFromListedAddress(found.key())) {
            return new Judged(ApiAnswer.NOT_ACCEPTED, Set.of(Mistake.IP_NOT_LISTED));
        }
        var number = nonce(nonce);
        return number < 0 ? new Judged(ApiAnswer.NONCE_SMALL, Set.of()) : counted(found, number, opens, endpoint);
    }

    /// The last check, of the counter, and what is answered to a call that has passed them all.
    private Judged counted(Stored found, long number, boolean opens, Endpoint endpoint) {
        var mishap = found.mishap();
        var id = found.key().id();
        if (mishap == Mishap.NONCE_SPOILT && number <= found.counter()) {
            return new Judged(ApiAnswer.NONCE_SMALL, Set.of(Mistake.NONCE_SPOILT));
        }
        if (mishap == Mishap.NONCE_RACE && opens && calls.overtake(id, number + AHEAD_IN_MILLISECONDS)) {
            return new Judged(ApiAnswer.NONCE_SMALL, Set.of(Mistake.NONCE_RACE));
        }
        if (!calls.accept(id, number)) {
            return new Judged(ApiAnswer.NONCE_SMALL, Set.of());
        }
        if (opens && found.overtaken()) {
            calls.rearm(id);
        }
        var answered = endpoint.answer(found);
        // An answer that is slow or breaks off is a mistake of its own, whatever stands in it.
        return mishap == null || mishap.delivery() == Delivery.AT_ONCE
                ? answered
                : new Judged(answered.answer(), Mistake.of(mishap));
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

    private Judged permissions(Stored found) {
        var key = found.key();
        var mistakes = EnumSet.noneOf(Mistake.class);
        mistakes.addAll(rights.mistakes(key));
        if (rights.withdraws(key, found.mishap())) {
            // Later is only what was not so from the start.
            mistakes.add(found.served() ? Mistake.WITHDRAW_LATER : Mistake.WITHDRAW_TICKED);
        } else if (!found.served()) {
            calls.serve(key.id());
        }
        return new Judged(ApiAnswer.ok(rights.list(key, found.mishap())), mistakes);
    }

    private Judged wallets(Stored found) {
        var key = found.key();
        if (!rights.grants(key, "wallets", Access.READ)) {
            return new Judged(ApiAnswer.NOT_PERMITTED, Set.of());
        }
        if (!key.funded()) {
            return new Judged(ApiAnswer.ok("[]"), Set.of(Mistake.NO_FUNDED_WALLET));
        }
        return new Judged(ApiAnswer.ok(WALLETS), found.mishap() == null ? Set.of(Mistake.GOOD) : Set.of());
    }

    /// The documented length with nothing known in it but that this is no paper-trading account (21). That reading the
    /// account is what it takes is inferred.
    private Judged user(Stored found) {
        var answer = rights.grants(found.key(), "account", Access.READ)
                ? ApiAnswer.ok("[1" + ",null".repeat(20) + ",0" + ",null".repeat(33) + "]")
                : ApiAnswer.NOT_PERMITTED;
        return new Judged(answer, Set.of());
    }

    /// What one address of the API answers to a call that passed all checks.
    @FunctionalInterface
    private interface Endpoint {
        Judged answer(Stored found);
    }

    /// An answer, and what the rehearsal should know of it.
    private record Judged(ApiAnswer answer, Set<Mistake> mistakes) {}

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
