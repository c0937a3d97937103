package dev.porteclef.help.search;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.verification.CredentialFormat;
import java.util.regex.Pattern;

/// Recognises a key or a secret that was pasted where a question belongs.
final class Pasted {

    /// Long, without a gap, and with letters and digits in it: no word of any language.
    private static final Pattern RANDOM =
            Pattern.compile("(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{24,}");

    private static final Pattern PEM = Pattern.compile("-----BEGIN|PRIVATE KEY");

    private final ExchangeCatalogue catalogue;

    Pasted(ExchangeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whether `text` holds something of a credential's shape. A wrong alarm costs a search, a missed one puts a secret
    /// into an address.
    boolean looksLikeCredential(String text) {
        return RANDOM.matcher(text).find()
                || PEM.matcher(text).find()
                || catalogue.all().stream().anyMatch(exchange -> CredentialFormat.looksLikeCredential(exchange, text));
    }
}
