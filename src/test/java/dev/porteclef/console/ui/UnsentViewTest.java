package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.console.Unsent;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// What agents have typed and not sent is there when they come back, in whichever language, and only for themselves.
@Timeout(120)
class UnsentViewTest extends ConsoleViewTest {

    @Autowired
    private Unsent unsent;

    private ExchangeKey key;

    @BeforeEach
    void one_red_key() {
        key = made().rejected("Red");
        as(agent);
    }

    @Test
    void a_note() {
        open("en/console/keys/" + key.id());
        area("note").setValue("Rang, no answer");
        open("fr/console/keys/" + key.id());
        assertThat(area("note").getValue()).isEqualTo("Rang, no answer");

        as(person(Role.SUPPORT));
        open("en/console/keys/" + key.id());
        assertThat(area("note").getValue()).as("of another agent").isEmpty();

        as(agent);
        open("en/console/keys/" + key.id());
        click(text("console.note.write"));
        open("fr/console/keys/" + key.id());
        assertThat(area("note").getValue()).as("it is written down").isEmpty();
    }

    @Test
    void the_reason_of_a_look() {
        open("en/console/keys/" + key.id());
        press("look-as");
        reason().setValue("They see no boxes");
        click(text("key.dialog.cancel"));
        open("fr/console/keys/" + key.id());
        press("look-as");
        assertThat(reason().getValue()).isEqualTo("They see no boxes");
        press("look-begin");
        open("en/console/keys/" + key.id());
        press("look-as");
        assertThat(reason().getValue()).isEmpty();
    }

    @Test
    void an_answer_to_a_list() {
        var list = "console/runs?find=" + email(customer);
        open("en/" + list);
        area("reply-more-fr").setValue("Nous regardons cela.");
        open("fr/" + list);
        assertThat(area("reply-more-fr").getValue()).isEqualTo("Nous regardons cela.");
        assertThat(area("reply-more-en").getValue()).isEmpty();
        area("reply-more-en").setValue("We are looking at it.");
        press("reply-preview");
        press("reply-send");
        open("en/" + list);
        assertThat(area("reply-more-fr").getValue()).isEmpty();
    }

    @Test
    void an_incident() {
        open("en/console/groups?within=hour");
        declare();
        var ready = area("declare-en").getValue();
        area("declare-en").setValue("We are looking at it.");
        click(text("key.dialog.cancel"));
        open("fr/console/groups?within=hour");
        declare();
        assertThat(area("declare-en").getValue()).isEqualTo("We are looking at it.");
        area("declare-en").setValue("");
        find(Dialog.class).single().close();
        open("en/console/groups?within=hour");
        declare();
        assertThat(area("declare-en").getValue())
                .as("who empties it begins anew")
                .isEqualTo(ready);
    }

    @Test
    void nothing_that_looks_like_a_credential() {
        unsent.keep("place", "First");
        unsent.keep("place", "They sent sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI");
        assertThat(unsent.find("place")).isEmpty();
        unsent.keep("place", "Twice");
        unsent.keep("place", "Twice");
        assertThat(unsent.find("place")).hasValue("Twice");
        unsent.keep("place", "x".repeat(5_000));
        assertThat(unsent.find("place")).isEmpty();
    }

    private void declare() {
        test(find(Button.class)
                        .withCondition(button -> button.hasClassName("declare"))
                        .all()
                        .getFirst())
                .click();
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    private TextArea area(String id) {
        return find(TextArea.class).withId(id).single();
    }

    private TextField reason() {
        return find(TextField.class).withId("look-reason").single();
    }
}
