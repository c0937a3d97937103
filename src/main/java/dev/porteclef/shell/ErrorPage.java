package dev.porteclef.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.ActionLink.Weight;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Reading;

/// A page that says what went wrong, in the language of the address that was asked for, and where to go on. It tells
/// nothing of the inside of the portal.
@Reading
abstract class ErrorPage extends Composite<Div> implements HasDynamicTitle {

    private final transient Texts texts;
    private String title = "";

    ErrorPage(Texts texts) {
        this.texts = texts;
        getContent().addClassNames("page", "page-narrow", "error-page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /// Shows the texts `shell.error.<name>.title` and `….text`, the latter with `arguments`.
    final void show(BeforeEnterEvent event, Glyph glyph, String name, Object... arguments) {
        var language = Language.ofPath(event.getLocation().getPath())
                .orElseGet(() -> Language.of(event.getUI().getLocale()));
        event.getUI().setLocale(language.locale());
        title = texts.get(language, "shell.error." + name + ".title");
        var sign = glyph.draw();
        sign.addClassName("error-sign");
        var sentence = new Paragraph(texts.get(language, "shell.error." + name + ".text", arguments));
        sentence.addClassName("lede");
        var home = new ActionLink(
                Addresses.home(language), texts.get(language, "shell.error.home"), Weight.PRIMARY, Glyph.ARROW);
        var actions = new Div(home);
        actions.addClassName("actions");
        getContent().removeAll();
        getContent().add(sign, new H1(title), sentence, actions);
    }
}
