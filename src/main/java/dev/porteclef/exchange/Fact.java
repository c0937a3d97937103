package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of the at-a-glance card: dated, with the page or report it comes from.
public record Fact(
        String id,
        LocalizedText label,
        LocalizedText value,
        LocalDate asOf,
        String source,
        @Nullable URI link) {}
