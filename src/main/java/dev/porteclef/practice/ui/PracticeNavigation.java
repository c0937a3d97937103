package dev.porteclef.practice.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The way to the practice exchange. Exists where it exists: in production there is neither this bean nor a page.
@Component
@Profile("!prod")
public class PracticeNavigation implements VaadinServiceInitListener {

    private final PracticeEndpoint endpoint;
    private final ExchangeCatalogue catalogue;

    PracticeNavigation(PracticeEndpoint endpoint, ExchangeCatalogue catalogue) {
        this.endpoint = endpoint;
        this.catalogue = catalogue;
    }

    /// The exchange whose place it takes.
    Exchange imitated() {
        return catalogue.get(endpoint.exchange());
    }

    /// The page's address, relative to the application's root.
    public String address(Language language) {
        return Addresses.practice(language, endpoint.exchange().value());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var routes = RouteConfiguration.forApplicationScope();
        for (var page : List.of(PracticeKeysView.class, RehearsalView.class)) {
            if (!routes.isRouteRegistered(page)) {
                routes.setAnnotatedRoute(page);
            }
        }
    }
}
