package dev.porteclef.exchange;

import dev.porteclef.platform.content.ContentProblem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// One YAML file of content while it is read: collects what is wrong with it instead of stopping at the first fault.
final class ContentFile {

    private final String name;
    private final SequencedSet<ContentProblem> problems = new LinkedHashSet<>();

    ContentFile(String name) {
        this.name = name;
    }

    /// Notes a problem; the same one twice (a node reached by an alias) counts once.
    void report(int line, String sentence) {
        problems.add(new ContentProblem(name, line, sentence));
    }

    /// What is wrong so far, in the order of the lines.
    List<ContentProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(ContentProblem::line))
                .toList();
    }

    /// Reads `yaml`, whose outermost node has to be a mapping; nothing where there is none to read.
    /// What `reader` made is worth something only while there are no problems.
    <T> Optional<T> read(String yaml, String subject, Function<ContentMap, T> reader) {
        return compose(yaml).map(root -> ContentMap.readWith(this, subject, root, reader));
    }

    private Optional<MappingNode> compose(String yaml) {
        try {
            var settings = LoadSettings.builder().setLabel(name).build();
            return mapping(new Compose(settings).composeString(yaml).orElse(null));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            report(line, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            report(1, "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<MappingNode> mapping(@Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        report(1, "does not begin with a key");
        return Optional.empty();
    }
}
