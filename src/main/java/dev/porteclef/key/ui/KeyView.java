package dev.porteclef.key.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.BotProgram;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Definitions;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One key: its verdict with the evidence, what is known of it, and what can be done. Somebody else's is not found.
@Route(Page.LOCALE + "/keys/:key([0-9a-f-]{36})")
@RolesAllowed(Role.Names.CUSTOMER)
class KeyView extends Page {

    private final ExchangeKeys keys;
    private final ExchangeCatalogue catalogue;
    private final KeyResults results;
    private @Nullable ExchangeKey key;
    private @Nullable KeyResult result;

    KeyView(ExchangeKeys keys, ExchangeCatalogue catalogue, KeyResults results) {
        this.keys = keys;
        this.catalogue = catalogue;
        this.results = results;
    }

    /// The address of a key's page.
    static String address(Language language, KeyId key) {
        return Addresses.keys(language) + "/" + key;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        key = event.getRouteParameters()
                .get("key")
                .flatMap(KeyView::parse)
                .flatMap(keys::find)
                .orElseThrow(NotFoundException::new);
    }

    @Override
    protected String title() {
        return shown().label();
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "key", "stack");
        var drawn = results.create(words(), this::changed);
        result = drawn;
        arrange(drawn);
    }

    private void changed(ExchangeKey now) {
        key = now;
        getContent().removeAll();
        if (result != null) {
            arrange(result);
        }
    }

    private void arrange(KeyResult result) {
        var key = shown();
        var words = words();
        var badges = new Div(words.badge(key.headline()), words.environment(key));
        badges.addClassName("cluster");
        result.show(key);
        add(new PageHeader(key.label(), badges), result, actions(key), about(key, words));
    }

    private Div actions(ExchangeKey key) {
        var delete = new Button(text("key.action.delete"), Glyph.TRASH.draw(), click -> askToDelete(key));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(delete);
        actions.addClassName("cluster");
        return actions;
    }

    private Div about(ExchangeKey key, KeyWords words) {
        var program = exchange().programs().stream()
                .filter(one -> one.id().equals(key.program()))
                .map(BotProgram::name)
                .map(name -> name.in(language()))
                .findFirst()
                .orElse(key.program());
        var facts = new Definitions()
                .add(text("key.about.exchange"), exchange().name())
                .add(text("key.about.tail"), words.tail(key))
                .add(text("key.about.strategy"), words.strategy(key))
                .add(text("key.about.program"), program)
                .add(text("key.about.connected"), words.time(key.createdAt()))
                .add(text("key.about.checked"), words.time(key.checkedAt()));
        var about = new Div(new H2(text("key.about.title")), facts);
        about.addClassNames("card");
        return about;
    }

    private void askToDelete(ExchangeKey key) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(text("key.delete.title", key.label()));
        dialog.setText(text("key.delete.text", words().exchange(key)));
        dialog.setCancelable(true);
        dialog.setCancelText(text("key.delete.cancel"));
        dialog.setConfirmText(text("key.delete.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm -> {
            keys.delete(key.id());
            UI.getCurrentOrThrow().navigate(Addresses.keys(language()));
        });
        dialog.open();
    }

    private KeyWords words() {
        return new KeyWords(this, language(), zone(), exchange());
    }

    private Exchange exchange() {
        return catalogue.get(shown().exchange());
    }

    private ExchangeKey shown() {
        if (key == null) {
            throw new IllegalStateException("drawn before it was entered");
        }
        return key;
    }

    private static Optional<KeyId> parse(String text) {
        try {
            return Optional.of(new KeyId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
