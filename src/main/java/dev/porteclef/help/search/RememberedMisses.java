package dev.porteclef.help.search;

import dev.porteclef.help.Misses;
import dev.porteclef.platform.i18n.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the search could not find in the last thirty days, for the editors' list.
@Component
class RememberedMisses implements Misses {

    private static final int DAYS = 30;

    private final MissedQuestions missed;
    private final Clock clock;

    RememberedMisses(MissedQuestions missed, Clock clock) {
        this.missed = missed;
        this.clock = clock;
    }

    @Override
    public List<Miss> latest(int limit) {
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        return Stream.of(Language.values())
                .flatMap(language -> missed.since(language, since, limit).stream()
                        .map(question -> new Miss(
                                question.question(),
                                language,
                                Math.toIntExact(question.times()),
                                question.lastOn().atStartOfDay(ZoneOffset.UTC).toInstant())))
                .sorted(Comparator.comparing(Miss::lastAt).reversed())
                .limit(limit)
                .toList();
    }
}
