package dev.porteclef.signin.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.account.DemoAccounts;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.signin.SignInFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/// Asks for e-mail and password by an ordinary HTML form, which the browser posts to the filter chain: password
/// managers know it, and the typed password never becomes state of this view. The fields are Flow's web components
/// without their server side, which would send every typed value on.
@Route(Page.LOCALE + "/sign-in")
@AnonymousAllowed
@Uses(EmailField.class)
@Uses(PasswordField.class)
class SignInView extends Page {

    private static final String ERROR = "error";

    private final CurrentUser currentUser;
    private final Clock clock;
    private final boolean demo;
    private Optional<SignInFailure> failure = Optional.empty();

    SignInView(CurrentUser currentUser, Clock clock, ObjectProvider<DemoAccounts> demo) {
        this.currentUser = currentUser;
        this.clock = clock;
        this.demo = demo.getIfAvailable() != null;
    }

    @Override
    protected String title() {
        return text("signin.title");
    }

    @Override
    public Set<String> reads() {
        return Set.of(ERROR);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            var wanted = event.getRouteParameters().get("locale").flatMap(Language::of);
            event.forwardTo(Addresses.home(wanted.orElse(language())));
            return;
        }
        var failed = event.getLocation().getQueryParameters().getParameters().containsKey(ERROR);
        failure = failed
                ? SignInFailure.of(VaadinServletRequest.getCurrent()).or(SignInView::forgotten)
                : Optional.empty();
    }

    /// The session that knew more has ended.
    private static Optional<SignInFailure> forgotten() {
        return Optional.of(new SignInFailure(SignInFailure.Reason.NOT_RIGHT, "", null));
    }

    @Override
    protected void draw() {
        var heading = new H1(text("signin.title"));
        heading.addClassName("page-title");
        var page = new Section(heading, form());
        page.addClassNames("page", "page-narrow", "stack");
        if (demo) {
            page.add(new Notice(Notice.Kind.INFO, text("signin.demo")));
        }
        var signUp = new Anchor(Addresses.signUp(language()), text("signin.to-sign-up"));
        page.add(new Paragraph(new Text(text("signin.no-account") + " "), signUp));
        add(page);
    }

    private HtmlContainer form() {
        var form = new HtmlContainer("form");
        form.addClassName("form-card");
        form.getElement()
                .setAttribute("method", "post")
                .setAttribute("action", "sign-in")
                .setAttribute("novalidate", true)
                .setAttribute("aria-label", text("signin.title"));
        failure.ifPresent(refusal -> form.add(notice(refusal)));
        var email = failure.map(SignInFailure::email).orElse("");
        form.add(
                field("vaadin-email-field", "email", "signin.email", "username", email, email.isEmpty()),
                field("vaadin-password-field", "password", "signin.password", "current-password", "", !email.isEmpty()),
                languageField(),
                button());
        return form;
    }

    private Notice notice(SignInFailure refusal) {
        var said = switch (refusal.reason()) {
            case NOT_RIGHT -> text("signin.failed.not-right");
            case TOO_MANY_TRIES -> text("signin.failed.too-many", minutesLeft(refusal));
            case BUSY -> text("signin.failed.busy");
        };
        return new Notice(Notice.Kind.DANGER, said).announced();
    }

    private long minutesLeft(SignInFailure refusal) {
        var until = refusal.until();
        var left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        return new Allowance.Wait(left).minutes();
    }

    private HtmlComponent field(
            String tag, String name, String label, String autocomplete, String value, boolean focused) {
        var field = new HtmlComponent(tag);
        field.setId("sign-in-" + name);
        field.getElement()
                .setAttribute("name", name)
                .setAttribute("label", text(label))
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("value", value)
                .setAttribute("autofocus", focused)
                .setAttribute("required", true)
                .setPropertyMap("i18n", Map.of("reveal", text("signin.password.reveal")));
        return field;
    }

    private HtmlComponent languageField() {
        var field = new HtmlComponent("input");
        field.getElement()
                .setAttribute("type", "hidden")
                .setAttribute("name", "language")
                .setAttribute("value", language().tag());
        return field;
    }

    private Div button() {
        var button = new HtmlContainer("button");
        button.getElement().setAttribute("type", "submit").setText(text("signin.submit"));
        button.addClassNames("action", "action-primary", "action-large");
        var actions = new Div(button);
        actions.addClassName("form-actions");
        return actions;
    }
}
