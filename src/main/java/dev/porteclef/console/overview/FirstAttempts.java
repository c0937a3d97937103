package dev.porteclef.console.overview;

import dev.porteclef.platform.i18n.Language;
import java.util.Map;

/// How many customers' very first checks were green, of those that said something.
///
/// @param byStrategy by the profile chosen, whatever was added to it
/// @param byLanguage by the language of the account
public record FirstAttempts(Map<String, Rate> byStrategy, Map<Language, Rate> byLanguage) {

    public FirstAttempts {
        byStrategy = Map.copyOf(byStrategy);
        byLanguage = Map.copyOf(byLanguage);
    }

    /// So many of so many.
    public record Rate(long green, long attempts) {

        Rate plus(Rate other) {
            return new Rate(green + other.green, attempts + other.attempts);
        }

        /// From 0 to 1.
        public double share() {
            return attempts == 0 ? 0 : (double) green / attempts;
        }
    }
}
