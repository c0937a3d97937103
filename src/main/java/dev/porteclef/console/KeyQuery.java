package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.Rotation;
import dev.porteclef.verification.Harmlessness;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which keys are wanted, and in which order. What is `null` or empty is left open. Its text form is that of
/// [QueryText].
///
/// @param headlines any of these; empty: all
/// @param code of the exchange's answer, to the letter
/// @param profile the strategy's profile, whatever its add-ons
/// @param since standing as they do since then or later
/// @param text part of a label or of the customer's e-mail
/// @param oldestFirst the other way round than usual
public record KeyQuery(
        Set<Headline> headlines,
        @Nullable LikelyCause cause,
        @Nullable String code,
        @Nullable ExchangeId exchange,
        @Nullable Environment environment,
        @Nullable String profile,
        @Nullable Harmlessness harmlessness,
        @Nullable Life life,
        @Nullable Rotation rotation,
        @Nullable Instant since,
        String text,
        KeyOrder order,
        boolean oldestFirst) {

    /// Fewer characters are part of too much to be looked for.
    public static final int SHORTEST_TEXT = 3;

    /// All keys, what changed last first.
    public static final KeyQuery ALL =
            new KeyQuery(Set.of(), null, null, null, null, null, null, null, null, null, "", KeyOrder.SINCE, false);

    public KeyQuery {
        headlines = headlines.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(headlines));
        text = text.strip();
    }

    /// Whether its text is looked for at all.
    public boolean hasText() {
        return text.length() >= SHORTEST_TEXT;
    }

    /// Whether a text is asked for that is too short to be looked for: lists do without it, and runs do nothing.
    public boolean isTextTooShort() {
        return !text.isEmpty() && !hasText();
    }

    /// Whether no key is left out.
    public boolean isOpen() {
        return equals(
                new KeyQuery(Set.of(), null, null, null, null, null, null, null, null, null, "", order, oldestFirst));
    }
}
