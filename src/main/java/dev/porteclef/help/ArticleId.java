package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;

/// One article: a family in one language.
public record ArticleId(String family, Language language) {

    @Override
    public String toString() {
        return language.tag() + "/" + family;
    }
}
