package dev.porteclef.console;

import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Customers and keys as rows, for tests of what reads them: whoever states a key says only what matters.
public final class StatedKeys {

    public static final Instant LONG_AGO = Instant.parse("2026-10-01T08:00:00Z");

    private final Jdbi jdbi;
    private int customers;

    public StatedKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public UserId customer(String email, String language) {
        var id = new UserId(UUID.nameUUIDFromBytes(("customer " + customers++).getBytes(StandardCharsets.UTF_8)));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account (id, email, password_hash, language, enabled, created_at, version)
                        values (:id, :email, 'none', :language, true, :at, 0)
                        """)
                .bind("id", id)
                .bind("email", email)
                .bind("language", language)
                .bind("at", LONG_AGO)
                .execute());
        return id;
    }

    public UserId customer() {
        return customer("customer-" + customers + "@example.com", "en");
    }

    public Row key(UserId owner) {
        return new Row(owner);
    }

    /// One key, of which everything not said is usual.
    public final class Row {

        private final Map<String, Object> values = new LinkedHashMap<>();

        private Row(UserId owner) {
            values.put("owner", owner.value());
            values.put("version", 0);
            values.put("exchange", "bitfinex");
            values.put("environment", "LIVE");
            values.put("label", "a bot");
            values.put("strategy", "spot");
            values.put("program", "ours");
            values.put("life", "ACTIVE");
            values.put("tail", "");
            values.put("secret_version", 1);
            values.put("harmlessness", "PROVEN");
            values.put("checked_at", LONG_AGO);
            values.put("report", "{\"checks\":[]}");
            values.put("created_at", LONG_AGO);
            values.put("life_since", LONG_AGO);
            values.put("headline", Headline.ACCEPTED.name());
            values.put("headline_since", LONG_AGO);
        }

        /// @param column of the table
        public Row with(String column, Object value) {
            values.put(column, value);
            return this;
        }

        public KeyId write() {
            var id = new KeyId(UUID.randomUUID());
            values.put("id", id.value());
            var columns = String.join(", ", values.keySet());
            var places = ":" + String.join(", :", values.keySet());
            jdbi.useHandle(
                    handle -> handle.createUpdate("insert into exchange_key (" + columns + ") values (" + places + ")")
                            .bindMap(values)
                            .execute());
            return id;
        }
    }
}
