package dev.porteclef.guide.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.RealExchanges;
import org.junit.jupiter.api.Test;

/// What an address may ask to tick and untick, before it is known of which exchange.
class BoxesToChangeTest {

    @Test
    void boxes_of_every_exchange_are_known_in_one_order_and_nothing_else_is() {
        var exchanges = RealExchanges.catalogue().all();
        assertThat(BoxesToChange.Boxes.ids(exchanges, "book.write,orders.write,nonsense,orders.read,book.write"))
                .isEqualTo(BoxesToChange.Boxes.ids(exchanges, "orders.read,book.write,orders.write"))
                .contains("book.write", "orders.read", "orders.write")
                .doesNotContain("nonsense");
        assertThat(BoxesToChange.Boxes.ids(exchanges, "nonsense")).isEmpty();
    }
}
