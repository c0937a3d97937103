package dev.porteclef.platform.data;

import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/// One Jdbi for the application and the tests, with the value types every feature uses registered once:
/// records around one UUID are stored as `uuid`, instants as `timestamp with time zone` in UTC.
public final class JdbiSetup {

    private JdbiSetup() {}

    public static Jdbi on(ConnectionFactory connections) {
        var jdbi = Jdbi.create(connections);
        // Jdbi's own way quotes the bound values, and messages end up in the log: e-mails, hashes, labels.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArgument(new IdArguments());
        jdbi.registerColumnMapper(new IdColumns());
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            var at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        });
        return jdbi;
    }

    /// Binds instants as UTC date-times: the drivers' own way by `Timestamp` depends on the machine's time zone.
    private static final class InstantArguments implements ArgumentFactory {

        @Override
        public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
            if (type != Instant.class) {
                return Optional.empty();
            }
            return Optional.of(
                    value instanceof Instant instant
                            ? (position, statement, context) ->
                                    statement.setObject(position, instant.atOffset(ZoneOffset.UTC))
                            : (position, statement, context) ->
                                    statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE));
        }
    }

    private static final class IdArguments implements ArgumentFactory {

        @Override
        public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
            var raw = GenericTypes.getErasedType(type);
            if (!isId(raw)) {
                return Optional.empty();
            }
            var id = value == null ? null : valueOf(raw, value);
            return Optional.of((position, statement, context) -> {
                if (id == null) {
                    statement.setNull(position, Types.OTHER);
                } else {
                    statement.setObject(position, id);
                }
            });
        }

        private static Object valueOf(Class<?> raw, Object id) {
            try {
                return raw.getRecordComponents()[0].getAccessor().invoke(id);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + raw.getName(), e);
            }
        }
    }

    private static final class IdColumns implements ColumnMapperFactory {

        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            var raw = GenericTypes.getErasedType(type);
            return isId(raw)
                    ? Optional.of((row, column, context) -> make(raw, row.getObject(column, UUID.class)))
                    : Optional.empty();
        }

        private static @Nullable Object make(Class<?> raw, @Nullable UUID value) {
            try {
                return value == null
                        ? null
                        : raw.getDeclaredConstructor(UUID.class).newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + raw.getName(), e);
            }
        }
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }
}
