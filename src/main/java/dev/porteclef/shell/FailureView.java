package dev.porteclef.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Glyph;
import org.springframework.security.access.AccessDeniedException;

/// The portal failed. The page names a reference; what happened stands beside it in the log, and nowhere else. A
/// service's refusal looks like a page that does not exist.
@ParentLayout(SiteLayout.class)
@AnonymousAllowed
class FailureView extends ErrorPage implements HasErrorParameter<Exception> {

    private final transient FailureLog failures;

    FailureView(Texts texts, FailureLog failures) {
        super(texts);
        this.failures = failures;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (FailureLog.causedBy(parameter.getCaughtException(), AccessDeniedException.class)) {
            show(event, Glyph.QUESTION, "missing");
            return HttpStatusCode.NOT_FOUND.getCode();
        }
        show(event, Glyph.WARNING, "failure", failures.record(parameter.getCaughtException()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
