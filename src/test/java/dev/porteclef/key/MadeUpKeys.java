package dev.porteclef.key;

import dev.porteclef.demo.DemoData;
import dev.porteclef.demo.DemoPlan;
import dev.porteclef.demo.Progress;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.testing.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Keys that `demo-data` has made up, for tests that want one of every state.
public final class MadeUpKeys {

    private MadeUpKeys() {}

    /// A database of its own with what `plan` makes up.
    public static Jdbi filled(TestDatabase make, DemoPlan plan) throws Exception {
        var database = make.fresh();
        try (var connection = database.source().getConnection();
                var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new DemoData(RealExchanges.catalogue(), connection, new Progress(nowhere, false)).make(plan);
        }
        return database.jdbi();
    }

    /// Every key of up to a thousand customers.
    public static List<ExchangeKey> of(Jdbi jdbi) {
        return new KeyRoster(jdbi)
                .owners(null, 1_000).stream()
                        .flatMap(owner -> new JdbiExchangeKeys(jdbi).of(owner).stream())
                        .toList();
    }
}
