package dev.porteclef.demo;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.KeyReport;
import dev.porteclef.verification.Harmlessness;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports as the portal writes them. What they say is worked out once for each combination of exchange, strategy and
/// saying; the moment, the time it took and the mark of the answer are filled in for every check: writing millions
/// of reports from scratch would take longer than all else.
final class ReportTexts {

    static final Instant AT = Instant.parse("1999-09-09T09:09:09Z");
    static final Duration TOOK = Duration.ofSeconds(4_711);
    static final String HASH = "made-up-hash";

    private static final String HEX = "0123456789abcdef";
    private static final int HASH_LENGTH = 64;

    /// Sets of the JDK have no order of their own, and it changes from process to process.
    private static final JsonMapper MAPPER = JsonMapper.shared()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Map<Which, Template> templates = new HashMap<>();

    private record Which(Exchange exchange, Strategy strategy, Saying saying) {}

    /// @param report what it says, with a moment, a time and a mark of its own
    /// @param parts what stands before, between and behind the places
    /// @param places what is filled in: `A` the moment, `T` the time it took, `H` the mark
    record Template(Harmlessness harmlessness, KeyReport report, String[] parts, char[] places) {

        String at(Instant moment, RandomGenerator random) {
            var took = Duration.ofMillis(took(moment, random)).toString();
            var hash = hash(random);
            var text = new StringBuilder(2_600).append(parts[0]);
            for (var place = 0; place < places.length; place++) {
                text.append(
                        switch (places[place]) {
                            case 'A' -> moment.toString();
                            case 'T' -> took;
                            default -> hash;
                        });
                text.append(parts[place + 1]);
            }
            return text.toString();
        }

        private static String hash(RandomGenerator random) {
            var hash = new StringBuilder(HASH_LENGTH);
            while (hash.length() < HASH_LENGTH) {
                var bits = random.nextLong();
                for (var digit = 0; digit < 16; digit++) {
                    hash.append(HEX.charAt((int) ((bits >>> (4 * digit)) & 15)));
                }
            }
            return hash.toString();
        }
    }

    /// How many milliseconds a call takes: most about as many, some far more, and some days all of them.
    static int took(Instant moment, RandomGenerator random) {
        var usual = 90 + random.nextInt(160) + (random.nextInt(8) == 0 ? random.nextInt(700) : 0);
        var day = moment.getEpochSecond() / 86_400;
        return (int) (usual * (90 + day * 7 % 40 + (day % 11 == 0 ? 90 : 0)) / 100);
    }

    Template of(Exchange exchange, Strategy strategy, Saying saying) {
        return templates.computeIfAbsent(new Which(exchange, strategy, saying), which -> {
            var found = new MadeUpCheck(which.exchange(), which.strategy(), which.saying()).report();
            return template(found.harmlessness(), found.report());
        });
    }

    private static Template template(Harmlessness harmlessness, KeyReport report) {
        var text = MAPPER.writeValueAsString(report)
                .replace(AT.toString(), "\u0001A\u0001")
                .replace(TOOK.toString(), "\u0001T\u0001")
                .replace(HASH, "\u0001H\u0001")
                .split("\u0001", -1);
        var parts = new String[text.length / 2 + 1];
        var places = new char[text.length / 2];
        for (var part = 0; part < text.length; part++) {
            if (part % 2 == 0) {
                parts[part / 2] = text[part];
            } else {
                places[part / 2] = text[part].charAt(0);
            }
        }
        return new Template(harmlessness, report, parts, places);
    }
}
