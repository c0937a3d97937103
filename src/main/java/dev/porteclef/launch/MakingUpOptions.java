package dev.porteclef.launch;

import dev.porteclef.demo.DemoPlan;
import dev.porteclef.launch.Options.UsageException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command line of `demo-data` asks for.
///
/// @param again whether what was made up before is removed first
/// @param settings those of the portal whose database is filled
record MakingUpOptions(DemoPlan plan, boolean again, Options settings) {

    static final String USAGE = """
            Usage: ./porteclef demo-data --keys N [OPTION...]

            Fills the database with made-up customers, practice keys and checks. Nothing of it is secret, none of these
            keys is ever asked about, and nobody can sign in as one of these customers.

              --keys N             how many keys
              --customers N        of how many customers (default: one for ten keys)
              --checks-per-key N   how many checks a key has on average (default 20)
              --seed N             the same number gives the same data (default 1)
              --at MOMENT          what all times are told from, such as 2026-11-30T12:00:00Z (default: now)
              --again              remove what was made up before, and nothing else, first
              --data DIR           folder of the embedded database, as for run
              --profile NAME       postgres or prod, as for run
              --name.of=value      any single property, as for run
            """;

    private static final List<String> OWN = List.of("--keys", "--customers", "--checks-per-key", "--seed", "--at");
    private static final List<String> SETTINGS = List.of("--data", "--profile");
    private static final int KEYS_A_CUSTOMER = 10;
    private static final int CHECKS_A_KEY = 20;
    private static final int LONGEST_NUMBER = 9;

    /// Accepts `--keys 80` and `--keys=80`.
    ///
    /// @throws UsageException for everything that is not an option
    static MakingUpOptions parse(List<String> words, Clock clock) {
        var own = new HashMap<String, String>();
        var settings = new ArrayList<String>();
        var again = false;
        for (var rest = words.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals("--again")) {
                again = true;
            } else if (name.startsWith("--") && name.contains(".") && equals > 0) {
                settings.add(word);
            } else if (OWN.contains(name) || SETTINGS.contains(name)) {
                if (equals < 0 && !rest.hasNext()) {
                    throw new UsageException("A value is missing after " + name + ".");
                }
                var value = equals < 0 ? rest.next() : word.substring(equals + 1);
                if (OWN.contains(name)) {
                    own.put(name, value);
                } else {
                    settings.addAll(List.of(name, value));
                }
            } else {
                throw new UsageException("Unknown option " + word + ".");
            }
        }
        return new MakingUpOptions(plan(own, clock), again, Options.parse(settings.toArray(String[]::new)));
    }

    private static DemoPlan plan(Map<String, String> own, Clock clock) {
        if (!own.containsKey("--keys")) {
            throw new UsageException("The number of keys is missing: ./porteclef demo-data --keys N");
        }
        var keys = number(own, "--keys", 0, DemoPlan.MOST_KEYS);
        return new DemoPlan(
                keys,
                number(own, "--customers", Math.max(1, keys / KEYS_A_CUSTOMER), keys),
                number(own, "--checks-per-key", CHECKS_A_KEY, DemoPlan.MOST_CHECKS),
                seed(own.get("--seed")),
                moment(own.get("--at"), clock));
    }

    private static int number(Map<String, String> own, String name, int usual, int most) {
        var typed = own.get(name);
        if (typed == null) {
            return usual;
        }
        if (typed.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            var number = Integer.parseInt(typed);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new UsageException(name + " takes a number from 1 to " + most + ", not " + typed + ".");
    }

    private static long seed(@Nullable String typed) {
        try {
            return typed == null ? 1 : Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed takes a whole number, not " + typed + ".");
        }
    }

    private static Instant moment(@Nullable String typed, Clock clock) {
        try {
            return (typed == null ? clock.instant() : Instant.parse(typed)).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new UsageException("--at takes a moment such as 2026-11-30T12:00:00Z, not " + typed + ".");
        }
    }
}
