package dev.porteclef.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.ReadingPages;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// What has to be right before and beside any page: language and colours of the first HTML, the words Flow
/// itself says when a connection or a session is lost, and failures outside of navigation.
@Component
class ShellConfiguration implements VaadinServiceInitListener {

    private static final int READING_TIME = 20_000;

    private final transient Texts texts;
    private final transient FailureLog failures;
    private final transient LostPages lost;

    ShellConfiguration(Texts texts, FailureLog failures, LostPages lost) {
        this.texts = texts;
        this.failures = failures;
        this.lost = lost;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        event.addIndexHtmlRequestListener(ShellConfiguration::writeRoot);
        service.setSystemMessagesProvider(this::systemMessages);
        service.addUIInitListener(created -> speak(created.getUI(), languageOf(created.getUI())));
        service.addSessionInitListener(created -> created.getSession().setErrorHandler(this::fail));
    }

    private static void writeRoot(IndexHtmlResponse response) {
        var root = response.getDocument().head().parent();
        if (root == null) {
            return;
        }
        var request = response.getVaadinRequest();
        Language.ofPath(path(request)).ifPresent(language -> root.attr("lang", language.tag()));
        var scheme = Preferences.colours(request.getCookies()).scheme();
        if (scheme != ColorScheme.Value.NORMAL) {
            root.attr("theme", scheme.getThemeValue());
            root.attr("style", "color-scheme: " + scheme.getValue() + ";");
        }
    }

    private void speak(UI ui, Language language) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(texts.get(language, "shell.connection.lost"));
        dialog.setDialogTextGaveUp(texts.get(language, "shell.connection.given-up"));
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        var language = languageOf(info.getRequest(), Language.of(info.getLocale()));
        var messages = new CustomizedSystemMessages();
        // Without a word the client loads the page again.
        messages.setSessionExpiredNotificationEnabled(!isOnlyRead(info.getRequest()));
        messages.setSessionExpiredCaption(texts.get(language, "shell.session.caption"));
        messages.setSessionExpiredMessage(texts.get(language, "shell.session.message"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(texts.get(language, "shell.error.failure.title"));
        messages.setInternalErrorMessage(texts.get(language, "shell.session.reload"));
        messages.setCookiesDisabledCaption(texts.get(language, "shell.cookies.caption"));
        messages.setCookiesDisabledMessage(texts.get(language, "shell.cookies.message"));
        return messages;
    }

    /// A failure outside of navigation; Flow calls this under the session's lock. What a service refuses is no failure;
    /// where the page itself is not its reader's any more, it is left.
    private void fail(ErrorEvent event) {
        var ui = UI.getCurrent();
        var language = ui == null ? Language.ENGLISH : Language.of(ui.getLocale());
        var refused = FailureLog.causedBy(event.getThrowable(), AccessDeniedException.class);
        var text = refused
                ? texts.get(language, "live.refused")
                : texts.get(language, "shell.error.failure.text", failures.record(event.getThrowable()));
        if (ui != null) {
            Notification.show(text, READING_TIME, Notification.Position.BOTTOM_CENTER, true);
            if (refused) {
                lost.leave(ui);
            }
        }
    }

    private static Language languageOf(UI ui) {
        return languageOf(VaadinRequest.getCurrent(), Language.of(ui.getLocale()));
    }

    /// Whether a request begins a page on which nothing can be lost.
    private static boolean isOnlyRead(@Nullable VaadinRequest request) {
        var location = request == null ? null : request.getParameter("location");
        return location != null && ReadingPages.isAt(RouteConfiguration.forApplicationScope(), location);
    }

    /// The language of the address a browser shows: of a page's first request its path, of the one that starts the user
    /// interface its parameter.
    private static Language languageOf(@Nullable VaadinRequest request, Language otherwise) {
        if (request == null) {
            return otherwise;
        }
        var location = request.getParameter("location");
        return Language.ofPath(location == null ? path(request) : location).orElse(otherwise);
    }

    private static String path(VaadinRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path;
    }
}
