package dev.porteclef.exchange.bitfinex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.secret.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first vector was published by somebody else, who computed it with OpenSSL; the others follow the same rule.
class BitfinexSignatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            v2/auth/r/wallets     | 1790274000000000 | {}          | ab0a3830cb36bd27f4a94d072fad7312a3d1fb35cc41a10472463bdaea4f633f7b1b4b092609b13abcf168483e715569
            v2/auth/r/permissions | 1790274000000    | {}          | e867e78ba65c7b822c9ba8294ab00c557b2895eab798fa4e08f6d6f158bb66c7d4b6377f23467713b66141dcecb7247b
            v2/auth/r/info/user   | 1790274000001    | {}          | 6150b0caa4e9ae30ceb18215b3cc42bec1d33ad3a43eac8547c499491264139fb3b9807abeae14a2fae4704e747ec54f
            v2/auth/r/wallets     | 1790274000000    | ''          | 22000c0117a53364c5d55a128e13e8866ef733694b8840464ff3ec6aca01402e26ca2d690ae80e8b47f5b83fea6e6afa
            v2/auth/r/logins/hist | 1790274000002    | {"limit":5} | b6f0e86907e2c360f9a5c5c1bd928aba650933267b97132997679afe9c9810369764296bc0aa113b2c52c18cb34953c6
            """)
    void known_requests_have_their_known_signature(String path, long nonce, String body, String signature) {
        try (var secret = Secret.of("bfx-secret")) {
            assertThat(BitfinexSignature.of(path, nonce, body, secret)).isEqualTo(signature);
        }
    }
}
