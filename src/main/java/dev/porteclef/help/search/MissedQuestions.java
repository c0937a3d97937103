package dev.porteclef.help.search;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// Keeps for editors what nobody found, and nothing by which a reader could be known: the words that the content has
/// too, in the order they were typed, without numbers. A word that it does not have is kept only once it was typed on
/// [#DAYS] different days, alone; until then there is a hash of it. Decision 0023 has the reasons.
@Service
public class MissedQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(MissedQuestions.class);

    /// On how many days an unknown word must have been typed.
    static final int DAYS = 3;
    /// For how many days anything is kept.
    static final int KEPT = 180;
    /// How many different ones a day may add.
    static final int A_DAY = 2_000;

    private static final int LONGEST = 200;
    private static final int HASH_BYTES = 6;
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
    /// A word in small letters, as long as words of a subject are: no name as names are written, no address, no number.
    private static final Pattern ORDINARY = Pattern.compile("\\p{Ll}{4,20}");

    private static final Pattern SIGNS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final JdbiMissed missed;
    private final Clock clock;

    MissedQuestions(Jdbi jdbi, Clock clock) {
        this.missed = new JdbiMissed(jdbi);
        this.clock = clock;
    }

    /// Counts a question that found nothing. What cannot be kept does not hold up the reader.
    ///
    /// @param words cuts a text into words as the content is cut
    /// @param known the word of the content that a word is or was meant to be, empty where it has none
    void note(Language language, String question, WordCutter words, UnaryOperator<String> known) {
        try {
            var kept = new ArrayList<String>();
            var unknown = new ArrayList<String>();
            var text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
            for (var piece : GAP.split(text, -1)) {
                if (piece.contains("@")) {
                    continue;
                }
                var bare = SIGNS_AROUND.matcher(piece).replaceAll("");
                for (var word : words.words(bare)) {
                    var own = known.apply(word);
                    if (!own.isEmpty()) {
                        kept.add(own);
                    } else if (ORDINARY.matcher(bare).matches()) {
                        unknown.add(word);
                    }
                }
            }
            keep(language, kept, unknown);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A question without an answer was not counted: {}",
                    e.getClass().getName());
        }
    }

    private void keep(Language language, List<String> known, List<String> unknown) {
        var today = today();
        if (!known.isEmpty() && missed.rowsOf(today) < A_DAY) {
            missed.count(language, String.join(" ", known), today);
        }
        for (var word : unknown) {
            if (missed.wordsOf(today) < A_DAY && missed.days(language, hash(language, word), today) >= DAYS) {
                missed.count(language, word, today);
            }
        }
    }

    /// Enough to count by. A hash of an ordinary word can be guessed; it keeps a name from being read by chance.
    private static byte[] hash(Language language, String word) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((language.tag() + ' ' + word).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What was looked for most since `day`, at most `most`.
    @PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
    public List<MissedQuestion> since(Language language, LocalDate day, int most) {
        return missed.since(language, day, most);
    }

    /// Deletes what is older than [#KEPT] days.
    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT24H")
    void forget() {
        missed.forget(today().minusDays(KEPT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Cuts a text into words.
    @FunctionalInterface
    interface WordCutter {
        List<String> words(String text);
    }
}
