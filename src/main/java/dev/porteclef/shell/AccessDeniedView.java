package dev.porteclef.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Glyph;

/// A page that is not the reader's to see looks like one that does not exist, so that an answer betrays nothing.
@ParentLayout(SiteLayout.class)
@AnonymousAllowed
class AccessDeniedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    AccessDeniedView(Texts texts) {
        super(texts);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show(event, Glyph.QUESTION, "missing");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
