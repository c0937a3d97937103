package dev.porteclef.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/// The message keys that the sources name, found in the compiler's own tree.
final class SourceTexts {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)+");
    private static final Set<String> ASKING = Set.of("getTranslation", "translate", "text");

    private SourceTexts() {}

    /// Keys by the place (`file:line:column`) where they are named: the first argument of `getTranslation`,
    /// `translate` or `text`, and every literal of three or more parts that begins like a key of `known`.
    /// A literal that is glued to something is the beginning of keys and not one itself.
    static Map<String, String> in(String root, Set<String> known) {
        var features =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK");
        var found = new TreeMap<String, String>();
        try (var files = compiler.getStandardFileManager(_ -> {}, Locale.ROOT, StandardCharsets.UTF_8);
                var paths = Files.walk(Path.of(root))) {
            var sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, _ -> {}, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new Scanner(unit, trees, features, found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Set<String> features;
        private final Map<String, String> found;

        private Scanner(CompilationUnitTree unit, Trees trees, Set<String> features, Map<String, String> found) {
            this.unit = unit;
            this.trees = trees;
            this.features = features;
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String text
                    && KEY.matcher(text).matches()
                    && !(getCurrentPath().getParentPath().getLeaf() instanceof BinaryTree)
                    && (isAskedFor(literal) || looksLikeOne(text))) {
                var start = trees.getSourcePositions().getStartPosition(unit, literal);
                var lines = unit.getLineMap();
                found.put(
                        unit.getSourceFile().getName() + ":" + lines.getLineNumber(start) + ":"
                                + lines.getColumnNumber(start),
                        text);
            }
            return super.visitLiteral(literal, null);
        }

        private boolean isAskedFor(LiteralTree literal) {
            TreePath parent = getCurrentPath().getParentPath();
            return parent.getLeaf() instanceof MethodInvocationTree call
                    && call.getArguments().indexOf(literal) == 0
                    && ASKING.contains(lastName(call.getMethodSelect().toString()));
        }

        private boolean looksLikeOne(String text) {
            var parts = text.split("\\.", -1);
            return parts.length >= 3 && features.contains(parts[0]);
        }

        private static String lastName(String select) {
            return select.substring(select.lastIndexOf('.') + 1);
        }
    }
}
