package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The compose file and the image, as far as they can be proven where no container runs: what they declare is what the
/// portal understands, and nothing secret stands in them.
class ComposeTest {

    private static final Path FOLDER = Path.of("src/main/compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::(?:-([^}]*)|\\?[^}]*))?}");

    @TempDir
    private Path secrets;

    private final JsonNode compose = read();

    @Test
    void every_image_is_pinned_and_everything_that_runs_is_asked_for_its_health() throws Exception {
        services((name, service) -> {
            assertThat(service.get("image").asString()).matches("[a-z/]+:[0-9]+(\\.[0-9]+)+");
            if (!name.equals("keys")) {
                assertThat(service.at("/healthcheck/test/0").asString()).isEqualTo("CMD");
                assertThat(service.get("restart").asString()).isEqualTo("unless-stopped");
            }
        });
        assertThat(compose.at("/services/node-1/image").asString())
                .isEqualTo("porteclef:" + pom("/project/version"))
                .isEqualTo(compose.at("/services/node-2/image").asString());
    }

    @Test
    void nothing_secret_stands_in_it_and_no_password_has_a_default() throws IOException {
        var text = Files.readString(FOLDER.resolve("compose.yaml"));

        assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("changeme", "secret:", "password: ");
        services((name, service) -> service.path("environment").properties().forEach(variable -> {
            if (variable.getKey().contains("PASSWORD")) {
                assertThat(variable.getKey()).endsWith("_FILE");
                assertThat(variable.getValue().asString()).startsWith("/run/secrets/");
            }
        }));
        compose.get("secrets")
                .forEach(secret -> assertThat(secret.propertyNames()).containsExactly("file"));
        assertThat(Files.readString(Path.of(".gitignore")))
                .contains("/src/main/compose/secrets/", "/src/main/compose/.env");
    }

    @Test
    void only_the_proxy_can_be_reached_from_outside() {
        services((name, service) -> assertThat(service.has("ports")).isEqualTo(name.equals("proxy")));
        var address = compose.at("/services/proxy/networks/inside/ipv4_address").asString();
        assertThat(compose.at("/x-node/environment/PORTECLEF_PROXY").asString()).isEqualTo(address);
        assertThat(compose.at("/networks/inside/ipam/config/0/subnet").asString())
                .startsWith(address.substring(0, address.lastIndexOf('.')));
    }

    @Test
    void volumes_secrets_and_the_order_of_starts_refer_to_what_there_is() {
        services((name, service) -> {
            service.path("depends_on")
                    .propertyNames()
                    .forEach(other ->
                            assertThat(compose.get("services").has(other)).isTrue());
            for (var volume : service.path("volumes")) {
                var source = volume.asString().split(":", 2)[0];
                assertThat(
                                source.startsWith("./")
                                        ? Files.exists(FOLDER.resolve(source))
                                        : compose.get("volumes").has(source))
                        .as(source)
                        .isTrue();
            }
            for (var secret : service.path("secrets")) {
                var source = secret.isString()
                        ? secret.asString()
                        : secret.get("source").asString();
                assertThat(compose.get("secrets").has(source)).as(source).isTrue();
            }
        });
        assertThat(compose.at("/services/node-2/depends_on/node-1/condition").asString())
                .isEqualTo("service_healthy");
    }

    /// Exactly what a start does with them: an unknown variable or a value of the wrong form is refused there.
    @Test
    void what_a_node_is_told_is_what_a_production_start_asks_for() throws Exception {
        Files.writeString(secrets.resolve("PORTECLEF_DB_PASSWORD"), "from-a-file\n");
        var environment = environment(Map.of());

        var installation = Declarations.read(environment);
        MailRules.check(environment, installation.mail());

        assertThat(environment.getProperty("spring.mail.host")).isEmpty();
        assertThat(installation.rotationDays()).isEqualTo(90);
        assertThat(environment.getActiveProfiles()).contains("prod");
        assertThat(installation.brand().name()).isEqualTo("Told");
        assertThat(installation.outgoingAddresses()).containsExactly("203.0.113.7");
        assertThat(installation.keys()).isEqualTo(Path.of("/keys"));
        assertThat(installation.proxy()).containsExactly("172.30.80.10");
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://database:5432/porteclef");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("porteclef");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("from-a-file");
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("9090");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("logging.structured.format.console")).isEqualTo("ecs");
    }

    @Test
    void what_may_be_declared_arrives_and_so_does_the_password_of_the_mail_server() throws Exception {
        Files.writeString(secrets.resolve("spring.mail.password"), "from-a-file\n");
        var environment = environment(Map.of(
                "SPRING_MAIL_HOST", "mail.example",
                "SPRING_MAIL_USERNAME", "portal",
                "PORTECLEF_MAIL_FROM", "portal@example.org",
                "PORTECLEF_MAIL_PORTAL", "https://portal.example",
                "PORTECLEF_BRAND_BILLING", "https://example.org/plans",
                "PORTECLEF_ROTATION_DAYS", "30"));

        var installation = Declarations.read(environment);
        MailRules.check(environment, installation.mail());

        assertThat(installation.mail().from()).isEqualTo("portal@example.org");
        assertThat(installation.mail().portal()).isEqualTo("https://portal.example");
        assertThat(installation.rotationDays()).isEqualTo(30);
        assertThat(installation.brand().billing()).hasToString("https://example.org/plans");
        assertThat(environment.getProperty("spring.mail.host")).isEqualTo("mail.example");
        assertThat(environment.getProperty("spring.mail.port")).isEqualTo("587");
        assertThat(environment.getProperty("spring.mail.username")).isEqualTo("portal");
        assertThat(environment.getProperty("spring.mail.password")).isEqualTo("from-a-file");
        assertThat(compose.at("/x-node/secrets")
                        .valueStream()
                        .map(secret -> secret.get("target").asString()))
                .containsExactly("PORTECLEF_DB_PASSWORD", "spring.mail.password");
    }

    /// Words behind the image's name replace its arguments: `backup FILE` must be production all the same, and find a
    /// place to write to.
    @Test
    void a_backup_in_the_image_is_of_production_and_has_a_place() throws Exception {
        assertThat(pom("count(//plugin[artifactId='jib-maven-plugin']//args)")).isEqualTo("0");
        assertThat(compose.at("/x-node/volumes").valueStream().map(JsonNode::asString))
                .contains("backups:/backups");
        assertThat(compose.at("/services/keys/volumes").valueStream().map(JsonNode::asString))
                .contains("backups:/backups");
        assertThat(compose.at("/services/keys/entrypoint").valueStream().map(JsonNode::asString))
                .contains("/backups");
    }

    @Test
    void the_example_names_every_variable_that_must_be_declared_and_no_other() throws IOException {
        var asked = VARIABLE.matcher(Files.readString(FOLDER.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var offered = Files.readAllLines(FOLDER.resolve(".env.example")).stream()
                .map(line -> line.split("=", 2)[0])
                .toList();

        assertThat(offered).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void the_proxy_keeps_people_on_their_node_and_asks_the_nodes_whether_they_are_ready() throws IOException {
        var proxy = Files.readString(FOLDER.resolve("Caddyfile"));

        assertThat(proxy)
                .contains("node-1:8080 node-2:8080", "lb_policy cookie", "health_uri /actuator/health/readiness");
        assertThat(proxy).contains("health_port 9090").doesNotContain("fail_duration");
    }

    /// The variables of the image, those of the compose file over them, and the folder of secrets moved here.
    private StandardEnvironment environment(Map<String, String> more) throws Exception {
        var variables = new TreeMap<String, Object>();
        for (var name : List.of(
                "SPRING_PROFILES_ACTIVE",
                "PORTECLEF_ADDRESS",
                "PORTECLEF_OPERATION_ADDRESS",
                "PORTECLEF_OPERATION_PORT")) {
            variables.put(name, pom("//plugin[artifactId='jib-maven-plugin']//environment/" + name));
        }
        var configTree = pom("//plugin[artifactId='jib-maven-plugin']//environment/SPRING_CONFIG_IMPORT");
        assertThat(configTree).isEqualTo("optional:configtree:/run/secrets/");
        variables.put("SPRING_CONFIG_IMPORT", configTree.replace("/run/secrets/", secrets + "/"));
        var told = new TreeMap<>(more);
        told.putAll(Map.of("PORTECLEF_BRAND_NAME", "Told", "PORTECLEF_OUTGOING_ADDRESSES", "203.0.113.7"));
        compose.at("/x-node/environment")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(),
                        VARIABLE.matcher(variable.getValue().asString())
                                .replaceAll(found -> told.getOrDefault(
                                        found.group(1), Objects.requireNonNullElse(found.group(2), "")))));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private void services(java.util.function.BiConsumer<String, JsonNode> look) {
        compose.get("services").properties().forEach(service -> {
            var whole = service.getValue();
            if (whole.has("<<")) {
                throw new AssertionError("merges are to be resolved");
            }
            look.accept(service.getKey(), whole);
        });
    }

    private static String pom(String path) throws Exception {
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }

    /// Jackson knows no merge keys: they are resolved here as YAML defines them.
    private static JsonNode read() {
        try {
            var yaml = new org.yaml.snakeyaml.Yaml();
            Object loaded = yaml.load(Files.readString(FOLDER.resolve("compose.yaml")));
            return new YAMLMapper().valueToTree(loaded);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
