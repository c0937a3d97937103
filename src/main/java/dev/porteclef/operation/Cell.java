package dev.porteclef.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How the values of a column stand in a backup: the same whichever of the two databases they come from.
enum Cell {
    UUID,
    TEXT,
    NUMBER,
    FLAG,
    BYTES,
    INSTANT,
    DAY;

    /// @param type the database's own name of a column's type
    static Cell of(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "uuid" -> UUID;
            case "varchar", "text", "character varying", "character large object" -> TEXT;
            case "int8", "int4", "int2", "bigserial", "serial", "bigint", "integer", "smallint" -> NUMBER;
            case "bool", "boolean" -> FLAG;
            case "bytea", "binary varying", "binary large object" -> BYTES;
            case "timestamptz", "timestamp with time zone" -> INSTANT;
            case "date" -> DAY;
            default -> throw new IllegalStateException("a backup cannot hold columns of the type " + type);
        };
    }

    /// What JSON takes; `null` for a null.
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case UUID -> text(row.getObject(column, java.util.UUID.class));
            case TEXT -> row.getString(column);
            case NUMBER -> row.getObject(column) == null ? null : row.getLong(column);
            case FLAG -> row.getObject(column) == null ? null : row.getBoolean(column);
            case BYTES -> {
                var bytes = row.getBytes(column);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
            case INSTANT -> {
                var at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? null : at.toInstant().toString();
            }
            case DAY -> text(row.getObject(column, LocalDate.class));
        };
    }

    /// What the drivers take.
    ///
    /// @throws RuntimeException where `value` is not of this kind
    @Nullable
    Object write(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (this) {
            case UUID -> java.util.UUID.fromString(value.asString());
            case TEXT -> value.asString();
            case NUMBER -> value.asLong();
            case FLAG -> value.asBoolean();
            case BYTES -> Base64.getDecoder().decode(value.asString());
            case INSTANT -> Instant.parse(value.asString()).atOffset(ZoneOffset.UTC);
            case DAY -> LocalDate.parse(value.asString());
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
