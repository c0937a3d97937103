package dev.porteclef.demo;

import dev.porteclef.key.LikelyCause;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of one made-up key and of its checks. Evidence is kept as a retention would keep it: that of the latest
/// checks, and that which the key's verdict rests on.
record KeyRows(MadeUpKey made, FoundSoFar found, ReportTexts reports) {

    static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "owner",
            "exchange",
            "environment",
            "label",
            "strategy",
            "program",
            "fingerprint",
            "tail",
            "secret_version",
            "life",
            "pause_reason",
            "life_since",
            "replaces",
            "destroy_by",
            "verdict",
            "verdict_code",
            "verdict_at",
            "harmlessness",
            "no_verdict",
            "no_verdict_since",
            "checked_at",
            "accepted_at",
            "accepted_from",
            "refused_since",
            "doubted_at",
            "swap_refused",
            "report",
            "created_at",
            "headline",
            "cause",
            "headline_since",
            "headline_version");

    static final List<String> CHECK_COLUMNS =
            List.of("id", "key_id", "at", "verdict", "no_verdict", "harmlessness", "address", "report");

    /// So many of the latest checks keep their evidence.
    static final int WITH_EVIDENCE = 2;

    /// A report of which nothing is left; the row beside it still tells what the check said.
    static final String WITHOUT_EVIDENCE = "{\"checks\":[]}";

    static KeyRows of(MadeUpKey made, ReportTexts reports) {
        return new KeyRows(made, FoundSoFar.of(made, reports), reports);
    }

    int checks() {
        return made.checks().size();
    }

    /// The row of the table `exchange_key`.
    @Nullable
    Object[] key() {
        var key = found.key();
        var standing = key.standing();
        var findings = key.findings();
        return new @Nullable Object[] {
            key.id().value(),
            key.version(),
            key.owner().value(),
            key.exchange().value(),
            key.environment().name(),
            key.label(),
            key.strategy().toString(),
            key.program(),
            made.fingerprint(),
            key.tail(),
            key.secretVersion(),
            standing.life().name(),
            nameOf(standing.pauseReason()),
            standing.since(),
            made.replaces(),
            standing.destroyBy(),
            nameOf(findings.verdict()),
            findings.verdictCode(),
            findings.verdictAt(),
            findings.harmlessness().name(),
            nameOf(findings.noVerdict()),
            findings.noVerdictSince(),
            findings.checkedAt(),
            findings.acceptedAt(),
            findings.acceptedFrom(),
            findings.refusedSince(),
            findings.doubtedAt(),
            findings.swapRefused(),
            report(found.reported()),
            key.createdAt(),
            key.headline().name(),
            LikelyCause.of(key).map(LikelyCause::name).orElse(null),
            found.since(),
            key.version()
        };
    }

    /// The row of the table `key_check` for one of the checks.
    @Nullable
    Object[] check(int place, UUID id) {
        var check = made.checks().get(place);
        var saying = check.saying();
        return new @Nullable Object[] {
            id,
            made.id(),
            check.at(),
            nameOf(saying.verdict()),
            saying.isSilent() ? nameOf(saying.declined()) : null,
            reports.of(made.exchange(), made.strategy(), saying).harmlessness().name(),
            MadeUpCheck.ADDRESS,
            place == found.reported() || place >= checks() - WITH_EVIDENCE ? report(place) : WITHOUT_EVIDENCE
        };
    }

    private String report(int place) {
        var check = made.checks().get(place);
        return reports.of(made.exchange(), made.strategy(), check.saying()).at(check.at(), random(place));
    }

    /// What these checks add to the figures of their days.
    void addTo(MadeUpDays days) {
        found.failures().forEach(days::add);
        for (var place = 0; place < checks(); place++) {
            var check = made.checks().get(place);
            if (check.saying().status() != null && days.keep(check.at())) {
                days.add(check.at(), made.exchange().id(), ReportTexts.took(check.at(), random(place)));
            }
        }
    }

    private SplittableRandom random(int place) {
        return new SplittableRandom(made.reportSeed() + place);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
