package dev.porteclef.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.porteclef.Porteclef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A view in the whole portal, on a database in memory and without a browser. All view tests share one context.
@SpringBootTest(
        classes = Porteclef.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:views;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            // An incident that a test states would be over at the next look: no key tells of it.
            "porteclef.watch.look-every=24h",
            "porteclef.brand.name=Noon & Barbari",
            "porteclef.outgoing-addresses=51.38.112.198,2001:db8::7"
        })
@Import(Newcomers.class)
public abstract class ViewTest extends SpringBrowserlessTest {

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("porteclef.data", () -> folder("data"));
        registry.add("porteclef.keys", () -> folder("keys"));
    }

    /// Portals that other tests start in this process put theirs in its place, and people would be signed in there.
    @Autowired
    void actInThisPortal(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("views-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does what a browser does when its reader ticks or unticks a native radio button or check box.
    protected static void tick(Component input, boolean on) {
        var element = input.getElement();
        element.setProperty("checked", on);
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "change", JacksonUtils.createObjectNode()));
    }
}
