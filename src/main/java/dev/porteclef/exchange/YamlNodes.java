package dev.porteclef.exchange;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Small questions to the nodes of a YAML document.
final class YamlNodes {

    private YamlNodes() {}

    /// The line on which `node` begins, counted from 1.
    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static boolean isEmpty(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank();
    }

    /// The text under `key`, if there is one.
    static Optional<String> text(MappingNode mapping, String key) {
        for (var tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode word
                    && word.getValue().equals(key)
                    && tuple.getValueNode() instanceof ScalarNode scalar
                    && !isEmpty(scalar)) {
                return Optional.of(scalar.getValue());
            }
        }
        return Optional.empty();
    }
}
