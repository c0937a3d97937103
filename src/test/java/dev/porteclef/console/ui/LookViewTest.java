package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.console.Look;
import dev.porteclef.console.LookOutcome;
import dev.porteclef.console.Looks;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// An agent looks at a key as its owner does.
@Timeout(120)
class LookViewTest extends ConsoleViewTest {

    @Autowired
    private Looks looks;

    @Autowired
    private AuditLog journal;

    @Test
    void with_a_reason_that_the_customer_reads_and_nothing_that_acts() {
        var key = made().connected("Watched", Set.of("orders.read", "wallets.read", "history.read"));
        var other = made().rejected("The other");
        as(agent);
        open("en/console/keys/" + key.id());
        test(find(Button.class).withId("look-as").single()).click();
        press("look-begin");
        var reason = find(TextField.class).withId("look-reason").single();
        assertThat(reason.getErrorMessage()).isEqualTo(text("console.as.why.empty"));
        reason.setValue("They say the boxes are right");
        press("look-begin");
        assertThat(getCurrentView()).isInstanceOf(LookView.class);
        assertThat(page())
                .contains(
                        text("key.headline.MISSING_PERMISSION"),
                        text("key.action.boxes"),
                        text("key.action.check"),
                        "They say the boxes are right",
                        "The other")
                .doesNotContain(key.tail());
        assertThat(find(Button.class, (Component) getCurrentView()).all())
                .filteredOn(button -> !button.getId().equals(Optional.of("look-end")))
                .isNotEmpty()
                .noneMatch(Button::isEnabled);
        assertThat(find(Anchor.class, (Component) getCurrentView()).all())
                .extracting(link -> String.valueOf(link.getElement().getAttribute("href")))
                .filteredOn(address -> address.contains("/keys/") || address.contains("/guides/"))
                .isEmpty();
        open(find(Anchor.class, (Component) getCurrentView())
                .withText("The other")
                .single()
                .getHref());
        assertThat(getCurrentView()).isInstanceOf(LookView.class);
        as(customer);
        assertThat(journal.ownJournalOf(other.id().value(), Instant.EPOCH))
                .as("a look at another of their keys")
                .filteredOn(entry -> entry.act() == Act.STAFF_LOOKED_AS)
                .hasSize(1);
        assertThat(journal.ownJournalOf(key.id().value(), Instant.EPOCH))
                .filteredOn(entry -> entry.act() == Act.STAFF_LOOKED_AS)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.details()).containsEntry("reason", "They say the boxes are right"));
        open("en/journal");
        assertThat(page()).contains("They say the boxes are right");
    }

    @Test
    void it_ends_by_itself_or_when_the_agent_wishes_and_is_nobody_elses() {
        var key = made().connected("For a while");
        var look = begun(key);
        var address = "en/console/as/" + look.id() + "/" + key.id();
        open(address);
        assertThat(getCurrentView()).isInstanceOf(LookView.class);
        as(person(Role.SUPPORT));
        open(address);
        assertThat(getCurrentView()).as("another agent").isNotInstanceOf(LookView.class);
        as(agent);
        jdbi.useHandle(handle -> handle.createUpdate("update console_look set ends_at = begun_at where id = :id")
                .bind("id", look.id())
                .execute());
        open(address);
        assertThat(getCurrentView()).as("too late").isNotInstanceOf(LookView.class);
        assertThat(looks.keys(look.id())).isEmpty();
        assertThat(looks.checks(look.id(), key.id())).isEmpty();
        var second = begun(key);
        open("en/console/as/" + second.id() + "/" + key.id());
        press("look-end");
        assertThat(looks.find(second.id())).isEmpty();
        assertThat(getCurrentView()).isInstanceOf(KeyFileView.class);
    }

    @Test
    void only_the_keys_of_that_customer() {
        var key = made().connected("Theirs");
        var stranger = person(Role.CUSTOMER);
        as(stranger);
        var strange = made().connected("Strange");
        var look = begun(key);
        open("en/console/as/" + look.id() + "/" + strange.id());
        assertThat(getCurrentView()).isNotInstanceOf(LookView.class);
        assertThat(looks.checks(look.id(), strange.id())).isEmpty();
        assertThat(looks.begin(new KeyId(UUID.randomUUID()), "Gone")).isEqualTo(new LookOutcome.NoSuchKey());
        assertThat(looks.begin(key.id(), "x".repeat(Looks.LONGEST_REASON + 1))).isEqualTo(new LookOutcome.NoReason());
        assertThat(looks.begin(key.id(), "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI"))
                .isEqualTo(new LookOutcome.HoldsSecret());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR", "ADMIN"})
    void nobody_but_support(Role role) {
        var key = made().connected("Not for all");
        var look = begun(key);
        as(person(role));
        assertThatThrownBy(() -> looks.begin(key.id(), "Why not")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.find(look.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.keys(look.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.checks(look.id(), key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.open(look.id(), key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> looks.end(look.id())).isInstanceOf(AccessDeniedException.class);
        open("en/console/as/" + look.id() + "/" + key.id());
        assertThat(getCurrentView()).isNotInstanceOf(LookView.class);
    }

    private Look begun(ExchangeKey key) {
        as(agent);
        return switch (looks.begin(key.id(), "To see it")) {
            case LookOutcome.Begun(var look) -> look;
            case LookOutcome other -> throw new AssertionError(other);
        };
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }
}
