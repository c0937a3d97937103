package dev.porteclef.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.porteclef.platform.config.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which passwords are taken: 12 to 128 characters of any kind, and not easily guessed by zxcvbn's bundled lists of
/// leaked passwords, names and words. Nothing leaves the process.
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /// zxcvbn's scale: 3 is 10^8 guesses and more, safe behind a slow hash and a limit.
    private static final int SUFFICIENT_SCORE = 3;

    /// zxcvbn's time grows faster than the length; what stands beyond adds to the strength anyway.
    private static final int ESTIMATED = 64;

    private final Zxcvbn estimator = new Zxcvbn();
    private final String brand;

    PasswordRules(Installation installation) {
        this.brand = installation.brand().name();
    }

    /// The first fault of `password` as a password for `email` (as typed so far), or nothing if it is taken.
    public Optional<PasswordFault> fault(String password, String email) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        return score(password, email) < SUFFICIENT_SCORE ? Optional.of(PasswordFault.GUESSABLE) : Optional.empty();
    }

    /// How hard `password` is to guess, from 0 (at once) to 4 (very hard), whatever its length.
    public int score(String password, String email) {
        var estimated = password.substring(0, Math.min(ESTIMATED, password.length()));
        return estimator.measure(estimated, ownWords(email)).getScore();
    }

    private List<String> ownWords(String email) {
        var words = new ArrayList<String>(List.of("porteclef", brand, brand.replace(" ", "")));
        words.addAll(List.of(brand.split("\\s+")));
        words.add(email.substring(0, Math.min(email.length(), EmailAddress.LONGEST)));
        words.addAll(List.of(words.getLast().split("[@.+_-]+")));
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .toList();
    }
}
