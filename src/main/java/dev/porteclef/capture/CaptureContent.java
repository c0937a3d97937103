package dev.porteclef.capture;

import dev.porteclef.exchange.ExchangeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What an exchange's `capture.yaml` says: which cases are wanted, and which words of a body may stay.
///
/// @param words texts and names of members that are kept wherever they are a whole text of a body
/// @param scenarios in the order in which they are best gone through
record CaptureContent(Set<String> words, List<Scenario> scenarios) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    CaptureContent {
        words = Set.copyOf(words);
        scenarios = List.copyOf(scenarios);
    }

    /// That of `exchange`; empty where it has no such file.
    static CaptureContent of(ExchangeId exchange) {
        var file = new ClassPathResource("db/content/exchanges/" + exchange + "/capture.yaml");
        if (!file.exists()) {
            return new CaptureContent(Set.of(), List.of());
        }
        try (var yaml = file.getInputStream()) {
            return YAML.readValue(yaml, CaptureContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Scenario> scenario(String name) {
        return scenarios.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst();
    }

    /// A case that is wanted.
    ///
    /// @param settles which unknown it settles
    /// @param setup what to do at the exchange beforehand
    record Scenario(String name, String settles, String setup, Probe probe) {

        /// A label of the operator's own, for a case nobody thought of.
        static Scenario own(String name) {
            return new Scenario(name, "", "", Probe.CHECKS);
        }
    }
}
