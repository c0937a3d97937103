package dev.porteclef.signin.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.account.Accounts;
import dev.porteclef.account.PasswordRules;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.signin.ReturnAddress;
import dev.porteclef.signin.SignInCompletion;

/// Opens an account and goes on, signed in, to where the reader wanted to go.
@Route(Page.LOCALE + "/sign-up")
@AnonymousAllowed
class SignUpView extends Page {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final SignInCompletion completion;
    private final ReturnAddress returnAddress;
    private final CurrentUser currentUser;
    private String typedEmail = "";

    SignUpView(
            Accounts accounts,
            PasswordRules rules,
            SignInCompletion completion,
            ReturnAddress returnAddress,
            CurrentUser currentUser) {
        this.accounts = accounts;
        this.rules = rules;
        this.completion = completion;
        this.returnAddress = returnAddress;
        this.currentUser = currentUser;
    }

    @Override
    protected String title() {
        return text("signin.sign-up.title");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            var wanted = event.getRouteParameters().get("locale").flatMap(Language::of);
            event.forwardTo(Addresses.home(wanted.orElse(language())));
        }
    }

    @Override
    protected void draw() {
        var heading = new H1(text("signin.sign-up.title"));
        heading.addClassName("page-title");
        var stored = new Paragraph(text("signin.sign-up.stored"));
        stored.addClassName("muted");
        var form = new SignUpForm(rules, language(), typedEmail, this::signUp);
        var signIn = new Anchor(Addresses.signIn(language()), text("signin.to-sign-in"));
        var page = new Section(
                heading, form, stored, new Paragraph(new Text(text("signin.sign-up.have-account") + " "), signIn));
        page.addClassNames("page", "page-narrow", "stack");
        add(page);
    }

    private void signUp(SignUpForm form, String email, Secret password) {
        typedEmail = email;
        var from = ClientAddress.of(VaadinServletRequest.getCurrent().getRemoteAddr());
        switch (accounts.signUp(new SignUpDraft(email, password, language(), from))) {
            case SignUpOutcome.SignedUp signedUp -> proceed(signedUp.user());
            case SignUpOutcome.InvalidEmail() -> form.refuseEmail(text("signin.sign-up.invalid-email"));
            case SignUpOutcome.EmailTaken() -> form.refuseEmail(text("signin.sign-up.taken"));
            case SignUpOutcome.WeakPassword weak ->
                form.refusePassword(text(weak.fault().translationKey()));
            case SignUpOutcome.TooManyTries tries ->
                form.refuse(text("signin.sign-up.too-many", new Allowance.Wait(tries.remaining()).minutes()));
        }
    }

    private void proceed(SignedInUser user) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        completion.startSession(user, request, response);
        var target = returnAddress.take(request, response).orElse("/" + Addresses.keys(language()));
        UI.getCurrentOrThrow().getPage().setLocation(request.getContextPath() + target);
    }
}
