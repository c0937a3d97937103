package dev.porteclef.launch;

import dev.porteclef.demo.DemoBeans;
import dev.porteclef.demo.DemoData;
import dev.porteclef.demo.Progress;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.config.StartRefused;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The command `demo-data`, on the database that the portal would be started with. No portal starts.
final class MakingUp {

    private final ConfigurableEnvironment environment;
    private final ExchangeCatalogue catalogue;
    private final MakingUpOptions options;
    private final PrintStream out;
    private final boolean terminal;

    private MakingUp(
            ConfigurableEnvironment environment,
            ExchangeCatalogue catalogue,
            MakingUpOptions options,
            PrintStream out,
            boolean terminal) {
        this.environment = environment;
        this.catalogue = catalogue;
        this.options = options;
        this.out = out;
        this.terminal = terminal;
    }

    /// @param words the command line without the command
    /// @param terminal whether `out` is one
    /// @throws Options.UsageException where they cannot be understood
    /// @throws StartRefused where it cannot be done; nothing was changed then
    static void run(List<String> words, PrintStream out, boolean terminal, Clock clock) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(MakingUpOptions.USAGE);
            return;
        }
        var options = MakingUpOptions.parse(words, clock);
        var application = new SpringApplication(DemoBeans.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(options.settings().arguments().toArray(String[]::new))) {
            var environment = context.getEnvironment();
            Preflight.settle(environment, Declarations.read(environment));
            new MakingUp(environment, context.getBean(ExchangeCatalogue.class), options, out, terminal).make();
        }
    }

    private void make() {
        var database = new DatabaseCheck(environment);
        database.checkVersion();
        if (database.embedded()) {
            var data = Path.of(environment.getRequiredProperty("porteclef.data"));
            DataFolder.check(data, environment.getProperty("porteclef.keys", ""));
            DataFolder.create(data);
        }
        var properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        try (var connection =
                DriverManager.getConnection(environment.getRequiredProperty("spring.datasource.url"), properties)) {
            Flyway.configure()
                    .dataSource(new SingleConnectionDataSource(connection, true))
                    .locations(database.locations())
                    .load()
                    .migrate();
            var data = new DemoData(catalogue, connection, new Progress(out, terminal));
            data.refuseMixing(options.again(), environment.acceptsProfiles(Profiles.of("prod")));
            var plan = options.plan();
            out.println(String.format(
                    Locale.ROOT,
                    "Making up %,d keys of %,d customers with about %,d checks (--seed %s --at %s) ...",
                    plan.keys(),
                    plan.customers(),
                    plan.checks(),
                    Long.toString(plan.seed()),
                    plan.at()));
            var made = data.make(plan);
            out.println(String.format(
                    Locale.ROOT,
                    "Made %,d customers, %,d keys and %,d checks.",
                    made.customers(),
                    made.keys(),
                    made.checks()));
        } catch (SQLException e) {
            throw DatabaseFailures.refusal(e, database.embedded());
        }
    }
}
