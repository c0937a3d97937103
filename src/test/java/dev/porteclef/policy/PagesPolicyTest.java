package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.ui.PracticedKeys;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.policy.Actor.People;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.support.AskOutcome;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.testing.ViewTest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// Every page of the running portal's router, opened by everybody, with the rows of one customer in its address.
@Timeout(300)
class PagesPolicyTest extends ViewTest {

    /// `:key([0-9a-f-]{36})`, `:exchange`.
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(?:\\([^/]*\\))?");

    /// For the page that needs to know what it is about; the others do not read it.
    private static final String QUERY = "exchange=bitfinex&kind=practice&strategy=spot";

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private PracticeKeys practice;

    @Autowired
    private SupportRequests requests;

    private final People people = People.make();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void pages_open_for_whom_the_matrix_names_and_for_nobody_else() {
        people.become(Actor.CUSTOMER);
        var key = new PracticedKeys(keys, practice).connected("Whose is it");
        var asked = (AskOutcome.Asked) requests.ask(key.id(), "Who can read this?", Language.ENGLISH);
        var rows = Map.of(
                "locale",
                "en",
                "exchange",
                "bitfinex",
                "family",
                "leak-drill",
                "token",
                "x".repeat(43),
                "key",
                key.id().toString(),
                "request",
                asked.request().id().value().toString(),
                // Of nobody.
                "look",
                new UUID(0, 7).toString(),
                "run",
                new UUID(0, 8).toString());
        var answers = new LinkedHashMap<RouteBaseData<?>, Map<Actor, String>>();
        for (var actor : Actor.values()) {
            people.become(actor);
            pages().forEach(page -> answers.computeIfAbsent(page, _ -> new EnumMap<>(Actor.class))
                    .put(actor, opened(page, rows)));
        }
        PolicyMatrix.compare(
                "pages",
                answers.entrySet().stream()
                        .map(page -> PolicyMatrix.line(
                                PARAMETER.matcher(page.getKey().getTemplate()).replaceAll("{$1}"),
                                page.getValue().values()))
                        .toList());
    }

    private static Stream<RouteBaseData<?>> pages() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()));
    }

    private String opened(RouteBaseData<?> page, Map<String, String> rows) {
        var address = PARAMETER
                .matcher(page.getTemplate())
                .replaceAll(found -> found.group(1).equals("slug")
                        ? slug(page.getTemplate())
                        : rows.getOrDefault(found.group(1), "missing"));
        assertThat(address).as("rows for %s", page.getTemplate()).doesNotContain("missing");
        UI.getCurrentOrThrow().navigate(address, QueryParameters.fromString(QUERY));
        var shown = (Component) getCurrentView();
        if (page.getNavigationTarget().isInstance(shown)) {
            return "page";
        }
        return switch (shown.getClass().getSimpleName()) {
            case "AccessDeniedView" -> "-";
            case "NotFoundView" -> "none";
            // The page was open, and what it asked for was refused: two doors of which one fails to close.
            case "FailureView" -> "FAILED";
            // Another page, or still the one before while the browser loads the sign-in.
            default -> "away";
        };
    }

    /// An article about the exchange, or about none.
    private static String slug(String template) {
        return template.contains(":exchange") ? "10114" : "key-already-connected";
    }
}
