package dev.porteclef.exchange;

/// Where descriptions of exchanges lie. The catalogue reads [#PACKAGED] and whatever further beans of this type name.
///
/// @param pattern a Spring resource pattern; the folder of each file found names the exchange
public record ExchangeContent(String pattern) {

    /// What every installation reads: one folder an exchange.
    public static final ExchangeContent PACKAGED =
            new ExchangeContent("classpath*:db/content/exchanges/*/exchange.yaml");
}
