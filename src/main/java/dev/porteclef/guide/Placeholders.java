package dev.porteclef.guide;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The values that stand for `{{name}}` in the prose: the installation's and the exchange's. They are filled into the
/// rendered HTML, escaped, so that no value is ever read as Markdown.
final class Placeholders {

    /// What an author may write.
    static final Set<String> NAMES =
            Set.of("brand", "label", "keysPage", "maxAddresses", "connect", "support", "billing");

    static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)}}");

    private static final Pattern ITEM = Pattern.compile("\\s*[-*+]\\s+\\[[^\\]]*]\\(\\{\\{(\\w+)}}\\)\\s*");
    private static final Pattern LINK = Pattern.compile("<a href=\"\\{\\{(\\w+)}}\">(.*?)</a>");

    private final Map<String, String> values = new HashMap<>();

    Placeholders(Exchange exchange, Installation installation, Language language) {
        var brand = installation.brand();
        values.put("brand", brand.name());
        values.put("label", brand.keyLabel());
        values.put("keysPage", exchange.keysPage().toString());
        values.put("maxAddresses", Integer.toString(exchange.maxListedAddresses()));
        values.put("connect", Addresses.connect(language, exchange.id().value()));
        put("support", brand.support());
        put("billing", brand.billing());
    }

    private void put(String name, @Nullable URI address) {
        if (address != null) {
            values.put(name, address.toString());
        }
    }

    /// `lines` without the list items that hold nothing but a link this installation does not have.
    List<String> withoutMissingLinks(List<String> lines) {
        return lines.stream()
                .filter(line -> {
                    var item = ITEM.matcher(line);
                    return !item.matches() || values.containsKey(item.group(1));
                })
                .toList();
    }

    /// `html` with every placeholder replaced; a link that this installation does not have leaves its words behind.
    String fill(String html) {
        var linked = LINK.matcher(html)
                .replaceAll(link -> values.containsKey(link.group(1))
                        ? Matcher.quoteReplacement(link.group())
                        : Matcher.quoteReplacement(link.group(2)));
        return BRACES.matcher(linked)
                .replaceAll(
                        name -> Matcher.quoteReplacement(HtmlUtils.htmlEscape(values.getOrDefault(name.group(1), ""))));
    }
}
