package dev.porteclef.help.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.RealExchanges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {

    private final Pasted pasted = new Pasted(RealExchanges.catalogue());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zq3vX8mB1nL7kT5wR9yP2cD6fH0jS4gA8eU1iO5xQ7z",
                "is Zq3vX8mB1nL7kT5wR9yP2cD6fH0jS4gA8eU1iO5xQ7z my secret?",
                "secret=a8f5f167f44f4964e6c998dee827110ca8f5f167f44f4964e6c998dee827110c",
                "a8f5f167f44f4964e6c998dee827110c",
                "-----BEGIN EC PRIVATE KEY-----"
            })
    void the_shape_of_a_credential_is_recognised(String text) {
        assertThat(pasted.looksLikeCredential(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10114",
                "[\"error\",10114,\"nonce: small\"]",
                "ERR_RATE_LIMIT",
                "https://setting.bitfinex.com/api",
                "pourquoi ma clé est-elle refusée alors que je l'ai bien copiée",
                "my private key",
                "anticonstitutionnellement",
                "InvalidNonce ExchangeNotAvailable DDoSProtection",
                "2026-11-30T10:00:00Z 51.38.112.198"
            })
    void questions_are_not(String text) {
        assertThat(pasted.looksLikeCredential(text)).isFalse();
    }
}
