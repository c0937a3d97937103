package dev.porteclef.help.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.help.search.Findable;
import dev.porteclef.help.search.HelpSearch;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.TypingBegins;
import java.util.List;

/// The field for a question. Without scripts it is a form that fetches the page of results; with them, what the
/// question may become is listed while it is typed, as a combobox with a list of its own (ARIA Authoring Practices):
/// arrows choose, Enter opens what is chosen or else searches, Escape closes.
final class SearchForm extends Composite<SearchForm.Form> {

    /// Somebody who types is not interrupted, somebody who pauses does not wait.
    private static final int PAUSE_MILLIS = 180;

    private static final String TYPED = "element.querySelector('input').value";
    /// A browser empties a search field by Escape; while the list is open, only that is to close.
    static final String CLOSING = "event.key === 'Escape' && element.getAttribute('aria-expanded') === 'true'";

    static final String CHOSEN = "event.key === 'Enter' && !!element.getAttribute('aria-activedescendant')";

    private final transient HelpSearch search;
    private final transient Texts texts;
    private final Language language;
    private final Input input = new Input(ValueChangeMode.LAZY);
    private final SuggestionList suggestions;
    private final Span status = new Span();

    /// A native form.
    @Tag("form")
    static final class Form extends HtmlContainer {

        private Form() {}
    }

    /// @param question what is asked already, empty at first
    SearchForm(HelpSearch search, Texts texts, Language language, String question) {
        this.search = search;
        this.texts = texts;
        this.language = language;
        this.suggestions = new SuggestionList(text("help.search.suggestions"), SearchForm::open);
        getContent().addClassName("help-search");
        var form = getContent().getElement();
        form.setAttribute("method", "get");
        form.setAttribute("action", Addresses.help(language));
        form.setAttribute("role", "search");
        form.addEventListener(
                        "submit", event -> ask(event.getEventData().get(TYPED).asString()))
                .addEventData(TYPED)
                .preventDefault();
        status.addClassName("visually-hidden");
        status.getElement().setAttribute("role", "status");
        drawInput(question);
        var label = new NativeLabel(text("help.search.label"));
        label.setFor(input);
        label.addClassName("help-search-label");
        var field = new Div(input, suggestions);
        field.addClassName("help-search-field");
        getContent().add(label, field, button(), status);
    }

    private void drawInput(String question) {
        input.setId("help-question");
        input.setType("search");
        input.setValue(question);
        input.setPlaceholder(text("help.search.example"));
        input.setValueChangeTimeout(PAUSE_MILLIS);
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                suggest(change.getValue());
            }
        });
        var element = input.getElement();
        element.setAttribute("name", SearchAddress.QUESTION);
        element.setAttribute("maxlength", "200");
        element.setAttribute("autocomplete", "off");
        element.setAttribute("autocapitalize", "none");
        element.setAttribute("spellcheck", "false");
        element.setAttribute("role", "combobox");
        element.setAttribute("aria-autocomplete", "list");
        element.setAttribute("aria-controls", SuggestionList.ID);
        element.setAttribute("aria-expanded", "false");
        element.addEventListener("focus", event -> getUI().ifPresent(TypingBegins::on));
        element.addEventListener("keydown", event -> move(1))
                .setFilter("event.key === 'ArrowDown'")
                .preventDefault();
        element.addEventListener("keydown", event -> move(-1))
                .setFilter("event.key === 'ArrowUp'")
                .preventDefault();
        element.addEventListener("keydown", event -> close()).setFilter(CLOSING).preventDefault();
        element.addEventListener("keydown", event -> suggestions.openChosen())
                .setFilter(CHOSEN)
                .preventDefault();
    }

    @Override
    protected Form initContent() {
        return new Form();
    }

    private NativeButton button() {
        var button = new NativeButton();
        button.addClassNames("action", "action-primary");
        button.getElement().setAttribute("type", "submit");
        button.add(Glyph.SEARCH.draw(), new Span(text("help.search.do")));
        return button;
    }

    /// Lists what `typed` may become, and says how many there are to whoever cannot see them.
    private void suggest(String typed) {
        List<Findable> found = search.suggestions(language, typed);
        suggestions.show(found);
        expand(!found.isEmpty());
        if (typed.isBlank()) {
            status.setText("");
        } else {
            status.setText(
                    found.isEmpty()
                            ? text("help.search.suggestions.none")
                            : text("help.search.suggestions.count", found.size()));
        }
    }

    private void move(int step) {
        if (suggestions.isEmpty()) {
            suggest(input.getValue());
        }
        suggestions.move(step);
        expand(!suggestions.isEmpty());
    }

    private void close() {
        suggestions.show(List.of());
        expand(false);
        status.setText("");
    }

    private void expand(boolean open) {
        var element = input.getElement();
        element.setAttribute("aria-expanded", Boolean.toString(open));
        suggestions
                .chosenId()
                .ifPresentOrElse(
                        id -> element.setAttribute("aria-activedescendant", id),
                        () -> element.removeAttribute("aria-activedescendant"));
    }

    private void ask(String question) {
        close();
        if (search.isCredential(question)) {
            UI.getCurrentOrThrow()
                    .navigate(Addresses.help(language), QueryParameters.of(SearchAddress.PASTED, "secret"));
            return;
        }
        var asked = SearchAddress.of(language, question.strip());
        UI.getCurrentOrThrow().navigate(Addresses.help(language), QueryParameters.simple(asked.parameters()));
    }

    private static void open(Findable found) {
        var ui = UI.getCurrentOrThrow();
        if (found.address().contains("#")) {
            ui.getPage().setLocation(found.address());
        } else {
            ui.navigate(found.address());
        }
    }

    private String text(String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }
}
