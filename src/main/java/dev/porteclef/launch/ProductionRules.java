package dev.porteclef.launch;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/// What must be declared before real customers' keys may be entrusted to an installation.
final class ProductionRules {

    private static final String DEMO_BRAND = "Noon Barbari";
    private static final String DEMO_ADDRESS = "51.38.112.198";
    private static final String DEMO_ACCOUNTS = "@demo.example";

    private ProductionRules() {}

    /// @throws StartRefused with every reason at once, one a line
    static void check(Environment environment, Installation installation, DatabaseCheck database) {
        var reasons = new ArrayList<String>();
        brand(installation, reasons);
        addresses(installation.outgoingAddresses(), reasons);
        if (environment.getProperty("porteclef.keys", "").isBlank()) {
            reasons.add("The master key is not declared: set PORTECLEF_KEYS to its folder, outside any backup of the"
                    + " database.");
        }
        if (!Https.ownCertificate(environment) && installation.proxy().isEmpty()) {
            reasons.add("Pages would travel unencrypted: set PORTECLEF_PROXY to the addresses of the HTTPS proxy in"
                    + " front, or server.ssl.* to a certificate.");
        }
        database(database, reasons);
        if (!reasons.isEmpty()) {
            throw new StartRefused("Porteclef does not start in production yet:\n - " + String.join("\n - ", reasons));
        }
    }

    private static void brand(Installation installation, List<String> reasons) {
        var name = installation.brand().name().strip();
        if (name.isEmpty()) {
            reasons.add("The brand is not declared: set PORTECLEF_BRAND_NAME.");
        } else if (name.equalsIgnoreCase(DEMO_BRAND)) {
            reasons.add("The brand is still the demo's: set PORTECLEF_BRAND_NAME to your own.");
        }
    }

    private static void addresses(List<String> addresses, List<String> reasons) {
        if (addresses.isEmpty()) {
            reasons.add("The outgoing addresses are not declared: set PORTECLEF_OUTGOING_ADDRESSES to the IP addresses"
                    + " from which exchanges see this server.");
        }
        for (var address : addresses) {
            if (!IpLiteral.isOne(address)) {
                reasons.add("The outgoing address “" + address + "” is not an IP address.");
            } else if (address.equals(DEMO_ADDRESS)) {
                reasons.add("The outgoing address " + address + " is the demo's; customers would admit a stranger.");
            }
        }
    }

    private static void database(DatabaseCheck database, List<String> reasons) {
        if (!database.postgresql()) {
            reasons.add("Production needs PostgreSQL: set PORTECLEF_DB_URL (jdbc:postgresql://…), PORTECLEF_DB_USER and"
                    + " PORTECLEF_DB_PASSWORD.");
            return;
        }
        try (var connection = database.open()) {
            if (hasDemoAccounts(connection)) {
                reasons.add("The database holds demo accounts (…" + DEMO_ACCOUNTS + "); production needs a database of"
                        + " its own.");
            }
        } catch (SQLException e) {
            reasons.add(String.valueOf(DatabaseFailures.refusal(e, false).getMessage()));
        }
    }

    private static boolean hasDemoAccounts(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "account", null)) {
            if (!tables.next()) {
                return false;
            }
        }
        try (var statement = connection.prepareStatement("""
                select 1
                from account
                where lower(email) like ?
                limit 1
                """)) {
            statement.setString(1, "%" + DEMO_ACCOUNTS);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
