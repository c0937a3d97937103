package dev.porteclef.shell.first;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.ReadingPages;
import dev.porteclef.shell.files.FirstStyles;
import dev.porteclef.shell.first.FirstDrawing.Drawn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// Puts the whole text of a page that is open to everybody into its first HTML, with the status that the page deserves
/// (decision 0021). A page that cannot be drawn is served without, and its text comes with the scripts.
@Component
class FirstAnswer implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);

    /// The live page is not seen until it takes over, by a script of `SiteLayout`.
    private static final String STYLE = "#first ~ #outlet { display: none }";

    /// Browsers go to the part that the address names once all scripts have run, which is late.
    private static final String ARRIVE = """
            try {
              const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
              for (let at = part; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
              part?.scrollIntoView();
            } catch { /* no address of a part */ }""";

    /// Where the address names a part, nothing is shown before [#ARRIVE] has run: what it unfolds would push away what
    /// was seen. Everybody else reads while the rest is still coming.
    private static final String WAIT = """
            if (location.hash) {
              const all = document.createElement('link');
              all.rel = 'expect';
              all.href = location.pathname + location.search + '#outlet';
              all.blocking = 'render';
              document.head.append(all);
            }""";

    /// After the first frame; a page in the background has none.
    private static final String BEGIN = """
            {
              const begin = () => document.head.append(document.getElementById('later').content);
              if (document.hidden) begin(); else requestAnimationFrame(() => setTimeout(begin));
            }""";

    private final transient HeadWriter heads;
    private final transient PortalAddress portal;
    private final transient FirstStyles styles;
    private final transient Map<Class<?>, Parameters> parameters = new ConcurrentHashMap<>();

    FirstAnswer(HeadWriter heads, PortalAddress portal, FirstStyles styles) {
        this.styles = styles;
        this.heads = heads;
        this.portal = portal;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
        // While the portal is worked on, Flow exchanges the sheets in the open page by their own addresses.
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            event.addIndexHtmlRequestListener(styles::write);
        }
    }

    private void answer(IndexHtmlResponse response) {
        var request = response.getVaadinRequest();
        var path = path(request);
        var route = RouteConfiguration.forApplicationScope().getRoute(path);
        if (route.isEmpty()) {
            response.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        } else if (!ReadingPages.isAt(RouteConfiguration.forApplicationScope(), path)) {
            // Where something is typed the fields are the page, and they need the scripts.
            forgetToken(response);
            return;
        }
        if (path.endsWith("/")) {
            send(response, withQuery(path.substring(0, path.length() - 1), request));
            return;
        }
        try {
            var query = route.map(this::parameters).orElse(Parameters.NONE).in((VaadinServletRequest) request);
            var location = new Location(path, QueryParameters.simple(query));
            FirstDrawing.draw(
                    request,
                    VaadinSession.getCurrent(),
                    location,
                    drawn -> write(response, location.getPathWithQueryParameters(), drawn));
        } catch (RuntimeException e) {
            LOG.warn("A first answer could not be drawn", e);
        }
    }

    private Parameters parameters(Class<? extends com.vaadin.flow.component.Component> view) {
        return parameters.computeIfAbsent(
                view,
                _ -> VaadinService.getCurrent().getInstantiator().createComponent(view) instanceof Page page
                        ? Parameters.of(page)
                        : Parameters.NONE);
    }

    private void write(IndexHtmlResponse response, String address, Drawn drawn) {
        var arrived = drawn.arrived().getPathWithQueryParameters();
        if (!arrived.equals(address)) {
            var asked = drawn.arrived().getQueryParameters().getQueryString().isEmpty() && !address.contains("?");
            send(response, asked ? withQuery(arrived, response.getVaadinRequest()) : arrived);
            return;
        }
        response.getVaadinResponse().setStatus(drawn.status());
        if (drawn.status() >= HttpStatusCode.INTERNAL_SERVER_ERROR.getCode()) {
            // The live page tells of its own failure, with the reference that is in the log for it.
            return;
        }
        var document = response.getDocument();
        document.head().appendElement("style").appendChild(new DataNode(STYLE));
        document.head().appendElement("script").appendChild(new DataNode(WAIT));
        var first = document.createElement("div").attr("id", "first");
        first.appendChild(new StaticMarkup(document, address).of(drawn.root()));
        var outlet = Objects.requireNonNull(document.getElementById("outlet"), "the live page has a place");
        outlet.before(first);
        first.after(document.createElement("script").appendChild(new DataNode(ARRIVE)));
        if (VaadinService.getCurrent().getDeploymentConfiguration().isProductionMode()) {
            beginLater(document);
        }
        head(response, drawn);
    }

    /// The rules that the text needs stand in the page; everything else is for the live page and not even asked for
    /// before the text is seen. The sheets are turned on when the live page takes over.
    private static void beginLater(Document document) {
        var later = document.createElement("template").attr("id", "later");
        document.select("head > script[type=module][src], head > link[rel=modulepreload]")
                .forEach(later::appendChild);
        document.select(":not(noscript) > link[rel=stylesheet]")
                .forEach(sheet -> later.appendChild(sheet.attr("media", "print")));
        document.body()
                .appendChild(later)
                .appendChild(document.createElement("script").appendChild(new DataNode(BEGIN)));
    }

    private void head(IndexHtmlResponse response, Drawn drawn) {
        var document = response.getDocument();
        if (!(response.getVaadinRequest() instanceof VaadinServletRequest request)) {
            return;
        }
        if (drawn.views().getFirst() instanceof Page page) {
            heads.write(document, portal.forEverybody(request), page);
            if (page.head().indexed()) {
                KeptAnswers.allow(request, parameters(page.getClass()));
            }
        } else {
            document.title(drawn.title());
            HeadWriter.hide(document);
        }
        forgetToken(response);
    }

    /// A token of a session that is gone in a moment; nothing asks for it.
    private static void forgetToken(IndexHtmlResponse response) {
        if (response.getVaadinRequest() instanceof VaadinServletRequest request && WithoutSession.reads(request)) {
            response.getDocument().head().select("meta[name^=_csrf]").remove();
        }
    }

    /// To a page's one address for good, where only the path was another; for this time, where something else was
    /// asked.
    private static void send(IndexHtmlResponse response, String address) {
        var asked = query(response.getVaadinRequest());
        var goes = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        var answer = response.getVaadinResponse();
        answer.setStatus((asked.equals(goes) ? HttpStatusCode.MOVED_PERMANENTLY : HttpStatusCode.FOUND).getCode());
        var path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        answer.setHeader(
                HttpHeaders.LOCATION,
                response.getVaadinRequest().getContextPath() + "/"
                        + UriUtils.encodePath(path, StandardCharsets.UTF_8)
                        + (goes.isEmpty() ? "" : "?" + goes));
    }

    /// With everything that was asked beside the path, also what the first answer does not read.
    private static String withQuery(String path, VaadinRequest request) {
        var query = query(request);
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String query(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet
                ? Objects.requireNonNullElse(servlet.getQueryString(), "")
                : "";
    }

    private static String path(VaadinRequest request) {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
