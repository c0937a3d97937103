package dev.porteclef.bench;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/// The smallest Vaadin application with one view of five components, on the same versions as the portal, to compare
/// with. Not annotated as a configuration, and its view not as a route, so that no scan of the portal's tests finds it.
@EnableAutoConfiguration
class PlainVaadin {

    static final String GREETING = "A plain view";

    private static final String READY = "Plain Vaadin at ";

    public static void main(String... words) {
        SpringApplication.run(PlainVaadin.class, words);
    }

    /// Starts it as a process of its own, with the portal's heap.
    static Child start() throws java.io.IOException {
        return Child.start(
                Path.of("").toAbsolutePath(),
                READY,
                List.of(
                        "-Xmx512m",
                        "-Dvaadin.productionMode=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainVaadin.class.getName(),
                        // The portal's own settings lie on the same class path.
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.threads.virtual.enabled=true",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"));
    }

    /// Scheme, host and port, without a slash at the end.
    static String address(Child process) throws java.io.IOException {
        return process.readyLine().substring(READY.length());
    }

    @Bean
    ApplicationListener<ServletWebServerInitializedEvent> announcement() {
        return started -> System.out.println(
                READY + "http://127.0.0.1:" + started.getWebServer().getPort());
    }

    @Bean
    VaadinServiceInitListener route() {
        return _ -> RouteConfiguration.forApplicationScope().setRoute("plain", PlainView.class);
    }

    /// Open to everybody: what Spring Security keeps for a session is the portal's own cost.
    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    /// The view.
    @AnonymousAllowed
    public static class PlainView extends VerticalLayout {

        /// Called by Vaadin for each reader.
        public PlainView() {
            add(
                    new H1(GREETING),
                    new Paragraph("With a little text, a field and a button."),
                    new TextField("Name"),
                    new Button("Save", _ -> {}));
        }
    }
}
