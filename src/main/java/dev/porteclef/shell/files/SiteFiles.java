package dev.porteclef.shell.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The files of the site, read once at the start: the pictograms, Aura's sheet, our own sheets joined to one, and the
/// part of them that stands in a page's first HTML.
@Component
class SiteFiles {

    /// The folder, beneath the root, under which they are served.
    static final String FOLDER = "files/";

    private static final String OWN = "styles.css";
    private static final String AURA = "aura/aura.css";
    /// What the first screen needs of Aura.
    private static final String AURA_FIRST = "styles/first.css";

    /// What every first screen needs of our own, in the order of the imports.
    private static final List<String> FIRST = List.of(
            "styles/tokens.css",
            "styles/base.css",
            "styles/components/glyph.css",
            "styles/components/button.css",
            "styles/components/badge.css",
            "styles/components/notice.css",
            "styles/components/card.css",
            "styles/components/steps.css",
            "styles/views/site.css",
            "styles/views/header.css",
            "styles/views/error.css");

    /// What the pages of one part of the site need besides, by the first word of their address after the language.
    private static final Map<String, List<String>> FIRST_OF = Map.of(
            "", List.of("styles/views/home.css"),
            "guides", List.of("styles/components/contents.css", "styles/views/guide.css"),
            "help",
                    List.of(
                            "styles/components/evidence.css",
                            "styles/components/fold.css",
                            "styles/components/contents.css",
                            "styles/views/help.css",
                            "styles/views/search.css"));

    private final Map<String, StaticFile> byName = new HashMap<>();
    private final Map<String, StaticFile> byPlace = new HashMap<>();
    private final Map<String, StyleRules> first;
    private final StyleRules firstOfOthers;

    SiteFiles() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/resources/icons/*.svg");
        for (var icon : found) {
            var name = Objects.requireNonNull(icon.getFilename());
            keep(
                    "icons/" + name,
                    new StaticFile(
                            name.substring(0, name.lastIndexOf('.')),
                            "svg",
                            icon.getContentAsString(StandardCharsets.UTF_8)));
        }
        UnaryOperator<String> fromFolder = place -> hashed(place).orElse("../" + place);
        keep(
                AURA,
                new StaticFile("aura", "css", read(AURA).readdressed(fromFolder).text()));
        keep(
                OWN,
                new StaticFile(
                        "site",
                        "css",
                        whole(read(OWN))
                                .map(sheet ->
                                        sheet.minified().readdressed(fromFolder).text())
                                .collect(Collectors.joining())));
        firstOfOthers = joined(Stream.empty());
        first = FIRST_OF.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, part -> joined(part.getValue().stream())));
    }

    /// The file of this name, which contains its hash.
    Optional<StaticFile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Under which address, relative to the root, the file that lies at `place` (`styles.css`) is to be asked for.
    Optional<String> address(String place) {
        return hashed(place).map(name -> FOLDER + name);
    }

    /// The rules of the first screen of the pages in this part of the site.
    ///
    /// @param part the first word of the address after the language; empty for the home page
    StyleRules first(String part) {
        return first.getOrDefault(part, firstOfOthers);
    }

    private Optional<String> hashed(String place) {
        return Optional.ofNullable(byPlace.get(place)).map(StaticFile::name);
    }

    private void keep(String place, StaticFile file) {
        byPlace.put(place, file);
        byName.put(file.name(), file);
    }

    private StyleRules joined(Stream<String> besides) {
        return StyleRules.of(Stream.of(Stream.of(AURA_FIRST), FIRST.stream(), besides)
                .flatMap(places -> places)
                .map(SiteFiles::read)
                .map(StyleText::minified)
                .map(sheet -> sheet.readdressed(place -> address(place).orElse(place)))
                .map(StyleText::text)
                .collect(Collectors.joining()));
    }

    /// The sheets it imports. Vaadin's build puts them in the place of the imports already; a class path that it has
    /// not touched still has them.
    private static Stream<StyleText> whole(StyleText sheet) {
        var imports = sheet.imports();
        return imports.isEmpty() ? Stream.of(sheet) : imports.stream().map(SiteFiles::read);
    }

    private static StyleText read(String place) {
        try (var stream = SiteFiles.class.getResourceAsStream("/META-INF/resources/" + place)) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet " + place + " is missing");
            }
            return new StyleText(place, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
