package dev.porteclef.exchange;

import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.content.ContentProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The catalogue made of the `exchange.yaml` files on the class path; the folder of a file names its exchange.
/// Creating it throws one [ContentException] with every problem of every file, an adapter that does not exist included.
@Component
final class YamlCatalogue implements ExchangeCatalogue {

    private static final String CONTENT_ROOT = "db/content/";

    private final List<Exchange> exchanges;
    private final Map<ExchangeId, Exchange> byId;

    @Autowired
    YamlCatalogue(ObjectProvider<ExchangeContent> further, ObjectProvider<ExchangeAdapter> adapters, Clock clock) {
        this(
                Stream.concat(Stream.of(ExchangeContent.PACKAGED), further.stream())
                        .toList(),
                adapters.stream().map(ExchangeAdapter::name).collect(Collectors.toSet()),
                clock);
    }

    /// @param adapters names of the adapters that exist
    YamlCatalogue(Collection<ExchangeContent> contents, Set<String> adapters, Clock clock) {
        var problems = new ArrayList<ContentProblem>();
        var read = new ArrayList<Exchange>();
        files(contents).forEach((name, resource) -> {
            var file = new ContentFile(name);
            id(file, name)
                    .flatMap(id -> new ExchangeReader(file, LocalDate.now(clock), adapters).read(id, text(resource)))
                    .ifPresent(read::add);
            problems.addAll(file.problems());
        });
        if (!problems.isEmpty()) {
            throw new ContentException(problems);
        }
        exchanges = read.stream()
                .sorted(Comparator.comparing(Exchange::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        byId = exchanges.stream().collect(Collectors.toUnmodifiableMap(Exchange::id, Function.identity()));
    }

    @Override
    public List<Exchange> all() {
        return exchanges;
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The files by their path inside the content, in its order; of two with the same path the class path's first.
    private static Map<String, Resource> files(Collection<ExchangeContent> contents) {
        var resolver = new PathMatchingResourcePatternResolver();
        var files = new TreeMap<String, Resource>();
        try {
            for (var content : contents) {
                for (var resource : resolver.getResources(content.pattern())) {
                    files.putIfAbsent(path(resource), resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the exchanges' content cannot be listed", e);
        }
        return files;
    }

    private static String path(Resource resource) throws IOException {
        var address = resource.getURL().getPath();
        return address.substring(Math.max(0, address.lastIndexOf(CONTENT_ROOT)));
    }

    private static Optional<ExchangeId> id(ContentFile file, String path) {
        var folders = path.split("/", -1);
        var folder = folders.length < 2 ? "" : folders[folders.length - 2];
        try {
            return Optional.of(new ExchangeId(folder));
        } catch (IllegalArgumentException e) {
            file.report(1, "lies in a folder that cannot name an exchange: \"" + folder + "\"");
            return Optional.empty();
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getDescription() + " cannot be read", e);
        }
    }
}
