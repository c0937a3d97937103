package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Asked;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.key.KeyMoves.Nature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The exchange of [KilledIT]: answers each key by its [Nature], and remembers beyond every kill what it was asked.
final class KeyExchange {

    private static final String ABLE = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");
    private static final String REJECTED = "[\"error\",10100,\"apikey: invalid\"]";
    private static final String GATEWAY = "<html>Bad gateway</html>";

    private final StagedBitfinex bitfinex;
    private final Map<Integer, Long> lastNonces = new ConcurrentHashMap<>();
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
    private final List<String> nonceFaults = new CopyOnWriteArrayList<>();

    KeyExchange(StagedBitfinex bitfinex) {
        this.bitfinex = bitfinex;
        nextRound();
    }

    /// Forgets the requests, not the keys.
    void nextRound() {
        bitfinex.reset();
        bitfinex.answer(PERMISSIONS, this::permissions);
        bitfinex.answer(WALLETS, call -> {
            count(call);
            return Given.of(200, ONE_FUNDED_WALLET);
        });
    }

    /// Requests whose nonce was not larger than the one before; a real exchange would have refused them.
    List<String> nonceFaults() {
        return List.copyOf(nonceFaults);
    }

    /// SHA-256 of every answer that a key of this nature can have had about its rights.
    static Set<String> answers(Nature nature) {
        return switch (nature) {
            case GOOD -> Set.of(hash(SPOT_RIGHTS));
            case FOUND_OUT -> Set.of(hash(SPOT_RIGHTS), hash(ABLE));
            case ABLE -> Set.of(hash(ABLE));
            case REJECTED -> Set.of(hash(REJECTED));
            case SILENT -> Set.of(hash(GATEWAY));
        };
    }

    private Given permissions(Asked call) {
        var number = count(call);
        var first = asked.add(number);
        return switch (Nature.of(number)) {
            case GOOD -> Given.of(200, SPOT_RIGHTS);
            case FOUND_OUT -> Given.of(200, first ? SPOT_RIGHTS : ABLE);
            case ABLE -> Given.of(200, ABLE);
            case REJECTED -> Given.of(500, REJECTED);
            case SILENT -> Given.of(502, GATEWAY);
        };
    }

    private int count(Asked call) {
        var number = KeyMoves.numberOf(call.header("bfx-apikey"));
        var last = lastNonces.put(number, call.nonce());
        if (last != null && last >= call.nonce()) {
            nonceFaults.add(number + ": " + call.nonce() + " after " + last);
        }
        return number;
    }

    private static String hash(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
