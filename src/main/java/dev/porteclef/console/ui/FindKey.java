package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Notice;
import java.util.List;

/// Leads to a key by the API key that a customer has sent. What is pasted leaves the field at once, stands in no
/// address, and whatever is not found gets one and the same answer: it may be a secret.
final class FindKey extends Composite<NativeDetails> {

    private final CustomersKeys keys;
    private final LineWords words;
    private final PasswordField field = new PasswordField();
    private final Div told = new Div();

    FindKey(CustomersKeys keys, LineWords words) {
        this.keys = keys;
        this.words = words;
        field.setLabel(words.text("console.find"));
        field.setHelperText(words.text("console.find.hint"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setRevealButtonVisible(false);
        field.setMaxLength(500);
        field.setWidthFull();
        field.setId("find-key");
        // Whatever reaches the server does not stay here, also where nobody clicks.
        field.addValueChangeListener(change -> find(change.getValue().strip()));
        var find = new Button(words.text("console.find.go"), _ -> field.focus());
        find.setId("find-key-go");
        told.getElement().setAttribute("role", "status");
        var form = new Div(field, new Div(find), told);
        form.addClassNames("stack", "tight", "find-key");
        getContent().setSummaryText(words.text("console.find.title"));
        getContent().addClassName("fold-plain");
        getContent().setContent(form);
    }

    /// Leads here somebody who has pasted a credential elsewhere.
    void lead() {
        getContent().setOpen(true);
        told.removeAll();
        told.add(new Notice(Notice.Kind.WARNING, words.text("console.find.here")));
        field.focus();
    }

    private void find(String typed) {
        if (typed.isEmpty()) {
            return;
        }
        field.clear();
        told.removeAll();
        try (var apiKey = Secret.of(typed)) {
            switch (keys.find(apiKey)) {
                case CustomersKeys.Found.Keys(var ids) -> show(ids);
                case CustomersKeys.Found.None() ->
                    told.add(new Notice(Notice.Kind.INFO, words.text("console.find.none")));
                case CustomersKeys.Found.TooMany(var remaining) ->
                    told.add(new Notice(
                            Notice.Kind.WARNING, words.text("console.find.wait", remaining.toMinutes() + 1)));
            }
        }
    }

    private void show(List<KeyId> ids) {
        if (ids.size() == 1) {
            UI.getCurrentOrThrow()
                    .navigate(Addresses.console(words.language(), ids.getFirst().toString()));
            return;
        }
        var list = new UnorderedList();
        for (var index = 0; index < ids.size(); index++) {
            list.add(new ListItem(new Anchor(
                    Addresses.console(words.language(), ids.get(index).toString()),
                    words.text("console.find.one", index + 1))));
        }
        told.add(new Notice(Notice.Kind.INFO, words.text("console.find.several", ids.size()), list));
    }
}
