package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Asked;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.key.KeyModel.Answer;
import dev.porteclef.key.KeyModel.Nature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The exchange of [KilledIT]: answers each key by its [KeyModel.Nature], and remembers beyond every kill what it was
/// asked.
final class KeyExchange {

    private static final String REJECTED = "[\"error\",10100,\"apikey: invalid\"]";
    private static final String GATEWAY = "<html>Bad gateway</html>";

    private final StagedBitfinex bitfinex;
    private final Map<Integer, Long> lastNonces = new ConcurrentHashMap<>();
    private final Map<Integer, List<Answer>> given = new ConcurrentHashMap<>();
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

    /// Every answer this key was given about its rights, heard or not.
    List<Answer> given(int number) {
        return List.copyOf(given.getOrDefault(number, List.of()));
    }

    /// SHA-256 of what the exchange writes when it answers so.
    static String hash(Answer answer) {
        return hash(body(answer));
    }

    private Given permissions(Asked call) {
        var number = count(call);
        var answers = given.computeIfAbsent(number, _ -> new CopyOnWriteArrayList<>());
        synchronized (answers) {
            answers.add(Nature.answer(number, answers.size() + 1));
            var answer = answers.getLast();
            return Given.of(
                    switch (answer) {
                        case FINE, ABLE_TO_WITHDRAW -> 200;
                        case REFUSED -> 500;
                        case NOTHING -> 502;
                    },
                    body(answer));
        }
    }

    private static String body(Answer answer) {
        return switch (answer) {
            case FINE -> SPOT_RIGHTS;
            case ABLE_TO_WITHDRAW -> ABLE_TO_WITHDRAW;
            case REFUSED -> REJECTED;
            case NOTHING -> GATEWAY;
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
