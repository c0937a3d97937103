package dev.porteclef.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.fr", "jean-luc.o'neil+bot@mail.example.co.uk", "x_y@xn--caf-dma.example", "1@2.io"})
    void takes(String typed) {
        assertThat(EmailAddress.of(typed)).map(EmailAddress::value).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.fr",
                "a@",
                "a@b",
                "a b@c.fr",
                "a@b..fr",
                ".a@b.fr",
                "a.@b.fr",
                "a@-b.fr",
                "a@b.f-",
                "a@b@c.fr",
                "a@1.2.3.4",
                "é@b.fr",
                "a@café.fr",
                "a@b.fr\nBcc: c@d.fr",
                "<a@b.fr>",
                "a,b@c.fr",
                "\"a\"@b.fr"
            })
    void refuses(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @Test
    void ignores_outer_space_and_case() {
        assertThat(EmailAddress.of("  Alice@Example.ORG\t")).contains(new EmailAddress("alice@example.org"));
        assertThatThrownBy(() -> new EmailAddress("Alice@example.org")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_at_most_254_characters_and_64_before_the_at_sign() {
        var label = "d".repeat(61) + ".";
        var longest = "a".repeat(64) + "@" + label.repeat(3) + "fr";
        assertThat(longest).hasSize(253);
        assertThat(EmailAddress.of("a".repeat(64) + "@" + label.repeat(3) + "com"))
                .isPresent();
        assertThat(EmailAddress.of("a".repeat(64) + "@" + label.repeat(3) + "info"))
                .isEmpty();
        assertThat(EmailAddress.of("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.of("a.".repeat(1_000_000) + "@example.org")).isEmpty();
    }
}
