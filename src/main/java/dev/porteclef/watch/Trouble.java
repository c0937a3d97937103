package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.LikelyCause;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What keys that stand alike have in common.
///
/// @param cause what most likely stands behind the headline, `null` where that says it all
public record Trouble(Headline headline, @Nullable LikelyCause cause, ExchangeId exchange, Environment environment) {

    /// How `key` stands.
    public static Trouble of(ExchangeKey key) {
        return new Trouble(key.headline(), LikelyCause.of(key).orElse(null), key.exchange(), key.environment());
    }

    /// Whether there is anything wrong that an incident could be about.
    public boolean isAmiss() {
        return switch (headline.tone()) {
            case RED, AMBER -> true;
            case GREEN, GREY -> false;
        };
    }

    /// The key of the sentence that is ready for customers, in both languages. Its argument is what the exchange is
    /// called.
    public String readyKey() {
        return "watch.declared.ready." + (cause == null ? headline.name() : cause.name());
    }

    /// The same for equal ones.
    String sign() {
        return Stream.of(headline.name(), cause == null ? "-" : cause.name(), exchange.value(), environment.name())
                .collect(Collectors.joining(" "));
    }
}
