package dev.porteclef.support;

import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyCheck;
import dev.porteclef.verification.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What support gets to see of a key: its states, what was asked of the exchange and what that answered, the rights
/// that were listed. Built from facts that hold nothing secret; amounts are not among them.
///
/// @param lines in the order of importance; codes and UTC times, the same in every language
public record RedactedReport(List<Line> lines) {

    /// How many checks of the history go with it.
    static final int CHECKS = 5;

    public RedactedReport {
        lines = List.copyOf(lines);
    }

    /// One fact.
    ///
    /// @param name of the fact; its text is `support.report.<name>`
    public record Line(String name, String value) {

        /// The key of its name in both languages.
        public String translationKey() {
            return "support.report." + name;
        }
    }

    static RedactedReport of(ExchangeKey key, List<KeyCheck> history, Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("made", time(now)));
        lines.add(new Line("exchange", key.exchange() + ", " + key.environment()));
        lines.add(new Line("tail", key.tail().isEmpty() ? "–" : "…" + key.tail()));
        lines.add(new Line("headline", key.headline().name()));
        lines.add(new Line("life", key.life() + ", " + time(key.standing().since())));
        lines.add(new Line("verdict", key.verdict() == null ? "–" : key.verdict() + code(key.verdictCode())));
        lines.add(new Line("harmlessness", key.harmlessness().name()));
        var noVerdict = key.noVerdict();
        if (noVerdict != null) {
            lines.add(new Line("no-verdict", noVerdict + ", " + Objects.requireNonNull(key.noVerdictSince())));
        }
        lines.add(new Line("strategy", key.strategy() + ", " + key.program()));
        lines.add(new Line("connected", time(key.createdAt())));
        lines.addAll(comparison(key));
        var diagnosis = key.report().diagnosis();
        if (diagnosis != null) {
            lines.add(new Line(
                    "causes",
                    diagnosis.suspects().stream()
                            .map(suspect -> suspect.cause() + " " + suspect.speaksFor())
                            .collect(Collectors.joining("; "))));
        }
        key.report().checks().stream()
                .map(Check::evidence)
                .filter(Objects::nonNull)
                .distinct()
                .map(RedactedReport::line)
                .forEach(lines::add);
        history.stream().limit(CHECKS).map(RedactedReport::line).forEach(lines::add);
        return new RedactedReport(lines);
    }

    /// On which exchange the key is.
    ExchangeId exchange() {
        return new ExchangeId(value("exchange").split(", ", 2)[0]);
    }

    /// The value of the first line of that name; empty where there is none.
    public String value(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::value)
                .findFirst()
                .orElse("");
    }

    private static List<Line> comparison(ExchangeKey key) {
        var comparison = key.report().comparison();
        if (comparison == null) {
            return List.of();
        }
        return List.of(
                new Line("missing", listed(comparison.missing())),
                new Line("recommended-missing", listed(comparison.recommendedMissing())),
                new Line("excess", listed(comparison.excess())),
                new Line("forbidden", listed(List.copyOf(comparison.forbidden()))),
                new Line("unknown", listed(List.copyOf(comparison.unknown()))));
    }

    private static Line line(Evidence evidence) {
        var status = evidence.status() == null ? "–" : "HTTP " + evidence.status();
        var text = evidence.text() == null ? "" : " " + evidence.text();
        return new Line(
                "evidence",
                evidence.asked() + " → " + status + code(evidence.code()) + text + ", " + time(evidence.at()) + ", "
                        + evidence.took().toMillis() + " ms");
    }

    private static Line line(KeyCheck check) {
        var said = check.verdict() == null ? "NO VERDICT " + check.noVerdict() : String.valueOf(check.verdict());
        return new Line("check", time(check.at()) + " " + said + " " + check.harmlessness());
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    private static String code(@Nullable String code) {
        return code == null ? "" : " " + code;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static RedactedReport read(String json) {
        return JsonMapper.shared().readValue(json, RedactedReport.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
