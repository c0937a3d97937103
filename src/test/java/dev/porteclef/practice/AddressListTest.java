package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {

    @Test
    void reads_addresses_between_commas_once_each() throws Exception {
        assertThat(AddressList.parse(" 51.38.112.198, 10.0.0.1 ,,51.38.112.198,")
                        .addresses())
                .containsExactly("51.38.112.198", "10.0.0.1");
    }

    @Test
    void recognises_an_ipv6_address_in_another_spelling() throws Exception {
        assertThat(AddressList.parse("2001:DB8::1").holdsOneOf(List.of("2001:db8:0:0:0:0:0:1")))
                .isTrue();
    }

    @Test
    void misses_an_address_that_is_not_listed() throws Exception {
        assertThat(AddressList.parse("51.38.112.199").holdsOneOf(List.of("51.38.112.198")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.1.1.1",
                "1.2.3",
                "01.2.3.4",
                "1.2.3.4.",
                "1.2.3.4/24",
                "1.2.3.4 5.6.7.8",
                "localhost",
                "example.org",
                "fe80::1%eth0",
                "::g",
                "2130706433"
            })
    void refuses_what_is_no_single_address(String entry) {
        assertThatThrownBy(() -> AddressList.parse("10.0.0.1," + entry))
                .isInstanceOfSatisfying(
                        AddressList.NotAnAddress.class,
                        refused -> assertThat(refused.entry()).isEqualTo(entry));
    }
}
