package dev.porteclef.architecture;

import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The texts of one language as they stand in the sources.
final class TranslationFile {

    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");

    private TranslationFile() {}

    /// By key.
    ///
    /// @throws AssertionError when a key stands there twice
    static Map<String, String> of(Language language) {
        var name = language == Language.ENGLISH ? "translations.properties" : "translations_fr.properties";
        var texts = new TreeMap<String, String>();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object put(Object key, Object text) {
                    if (texts.put((String) key, (String) text) != null) {
                        throw new AssertionError(name + " has " + key + " twice");
                    }
                    return text;
                }
            }.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
