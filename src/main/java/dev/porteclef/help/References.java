package dev.porteclef.help;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.guide.GuideDocument;
import dev.porteclef.guide.Guides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Named;
import dev.porteclef.platform.ui.Named.Look;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the names in articles stand for: other articles, sections of the guide, pages, and what the catalogue and the
/// installation know. `help:ip-list`, `help:two-programs#do`, `guide:boxes`, `page:connect`, `box:orders.write`,
/// `code:10114`, `limit:listed-addresses`, `value:outgoing-addresses`.
final class References {

    private final ExchangeCatalogue catalogue;
    private final Guides guides;
    private final Installation installation;
    private final Map<ArticleId, ArticleFile> families = new HashMap<>();
    private final Map<String, String> explained = new HashMap<>();

    References(
            ExchangeCatalogue catalogue, Guides guides, Installation installation, Collection<ArticleFile> articles) {
        this.catalogue = catalogue;
        this.guides = guides;
        this.installation = installation;
        for (var article : articles) {
            families.put(article.id(), article);
            article.codes()
                    .forEach(code -> explained.put(
                            article.exchange() + "/" + code, article.id().family()));
        }
    }

    /// The names as they are meant in `article`.
    Named.Names in(ArticleFile article) {
        var exchange = exchange(article);
        var language = article.id().language();
        return (scheme, name) -> switch (scheme) {
            case "help" -> help(language, name);
            case "guide" -> guide(language, exchange, name);
            case "page" -> page(language, exchange, name);
            case "box" ->
                exchange.box(name)
                        .map(box -> new Named(box.label(), null, Look.STRONG))
                        .orElse(null);
            case "code" -> code(article, language, exchange, name);
            case "limit" ->
                limit(exchange, name)
                        .map(limit -> new Named(limit, null, Look.PLAIN))
                        .orElse(null);
            case "value" -> value(name);
            default -> null;
        };
    }

    /// The same for readers, who arrive at the beginning of an article that lacks the heading, and read the code that
    /// nobody explains: after an upgrade, an edit may lack what a packaged article leads to.
    Named.Names forReaders(ArticleFile article) {
        var names = in(article);
        return (scheme, name) -> {
            var named = names.find(scheme, name);
            if (named != null) {
                return named;
            }
            return switch (scheme) {
                case "help" -> name.contains("#") ? names.find(scheme, name.substring(0, name.indexOf('#'))) : null;
                case "code" -> new Named(name, null, Look.CODE);
                default -> null;
            };
        };
    }

    /// The exchange that `article` is about; the catalogue's first where it is about none in particular.
    Exchange exchange(ArticleFile article) {
        return Optional.ofNullable(article.exchange())
                .flatMap(id -> catalogue.all().stream()
                        .filter(known -> known.id().value().equals(id))
                        .findFirst())
                .orElseGet(() -> catalogue.all().getFirst());
    }

    /// The family that explains `code`, if there is one.
    Optional<String> explaining(Exchange exchange, String code) {
        return Optional.ofNullable(explained.get(exchange.id().value() + "/" + code));
    }

    private @Nullable Named help(Language language, String name) {
        var hash = name.indexOf('#');
        var family = hash < 0 ? name : name.substring(0, hash);
        var article = families.get(new ArticleId(family, language));
        if (article == null) {
            return null;
        }
        var fragment = hash < 0 ? "" : name.substring(hash);
        if (hash >= 0
                && article.markdown().blocks().stream()
                        .noneMatch(block -> block.ids().contains(fragment.substring(1)))) {
            return null;
        }
        var address = Addresses.article(language, article.exchange(), article.slug());
        return new Named(article.title(), address + fragment, Look.PLAIN);
    }

    private @Nullable Named guide(Language language, Exchange exchange, String part) {
        return guides.find(exchange.id(), language)
                .filter(document -> hasPart(document, part))
                .map(document -> new Named(
                        document.title(),
                        Addresses.guide(language, exchange.id().value()) + "#" + part,
                        Look.PLAIN))
                .orElse(null);
    }

    private static boolean hasPart(GuideDocument document, String part) {
        return document.sections().stream()
                .anyMatch(section -> section.id().equals(part)
                        || section.subSections().anyMatch(sub -> sub.id().equals(part)));
    }

    private static @Nullable Named page(Language language, Exchange exchange, String name) {
        var address = switch (name) {
            case "connect" -> Addresses.connect(language, exchange.id().value());
            case "keys" -> Addresses.keys(language);
            case "journal" -> Addresses.journal(language);
            case "leak" -> Addresses.leak(language);
            case "reminders" -> Addresses.reminders(language);
            default -> null;
        };
        return address == null ? null : new Named(name, address, Look.PLAIN);
    }

    /// A code that the exchange documents, with the article that explains it, unless that is the article at hand.
    private @Nullable Named code(ArticleFile article, Language language, Exchange exchange, String code) {
        var family = explaining(exchange, code);
        if (family.isEmpty()) {
            return null;
        }
        var target = families.get(new ArticleId(family.get(), language));
        var own = family.get().equals(article.id().family());
        return new Named(
                code,
                own || target == null ? null : Addresses.article(language, target.exchange(), target.slug()),
                Look.CODE);
    }

    /// A number that the portal or the exchange holds to.
    private Optional<String> limit(Exchange exchange, String name) {
        return switch (name) {
            case "listed-addresses" -> Optional.of(Integer.toString(exchange.maxListedAddresses()));
            case "rotation-days" -> Optional.of(Integer.toString(installation.rotationDays()));
            case "block-seconds" -> Optional.of(Integer.toString(exchange.blockSeconds()));
            default -> Optional.empty();
        };
    }

    private @Nullable Named value(String name) {
        return switch (name) {
            case "brand" -> new Named(installation.brand().name(), null, Look.PLAIN);
            case "outgoing-addresses" ->
                new Named(String.join(", ", installation.outgoingAddresses()), null, Look.CODE);
            default -> null;
        };
    }
}
