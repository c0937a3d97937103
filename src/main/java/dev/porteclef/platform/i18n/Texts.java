package dev.porteclef.platform.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// The texts of the user interface by key, in both languages, with French spacing applied.
/// `MessageFormat` is used only where arguments are given. A key that is missing is a defect and fails.
@Component
public class Texts implements I18NProvider {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    public Texts() {
        texts.put(Language.ENGLISH, read("translations.properties"));
        texts.put(Language.FRENCH, read("translations_fr.properties"));
    }

    /// The text for `key` in `language`, with `arguments` filled in.
    public String get(Language language, String key, Object... arguments) {
        var text = Objects.requireNonNull(texts.get(language)).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        var filled = arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
        return Typography.apply(language, filled);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Language.ENGLISH.locale(), Language.FRENCH.locale());
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return get(Language.of(locale), key, arguments);
    }

    private static Properties read(String name) {
        var properties = new Properties();
        try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream("/vaadin-i18n/" + name), name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
