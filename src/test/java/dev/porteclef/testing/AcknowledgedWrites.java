package dev.porteclef.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// A program that commits rows one after the other, several at a time, and prints the number of each row once the
/// database has acknowledged it. Runs until it is killed. Opens the database exactly as the demo configures it.
public final class AcknowledgedWrites {

    private static final int WRITERS = 4;

    private AcknowledgedWrites() {}

    /// @param words the data folder, the first number to write, and optionally settings to leave out of the JDBC
    ///     address (`WRITE_DELAY=0`)
    public static void main(String[] words) throws Exception {
        var url = url(Path.of(words[0]));
        if (words.length > 2) {
            url = url.replace(";" + words[2], "");
        }
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (number bigint primary key, text varchar(200))");
        }
        var first = Long.parseLong(words[1]);
        for (var writer = 0; writer < WRITERS; writer++) {
            var connection = connect(url);
            var start = first + writer;
            Thread.ofPlatform().start(() -> write(connection, start));
        }
    }

    /// The address of the demo's database in `data`, from the application's own configuration file.
    public static String url(Path data) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("porteclef.data", data.toString())));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment.getRequiredProperty("spring.datasource.url");
    }

    public static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "porteclef", "");
    }

    private static void write(Connection connection, long first) {
        try (var insert = connection.prepareStatement("insert into acknowledged (number, text) values (?, ?)")) {
            connection.setAutoCommit(false);
            for (var number = first; ; number += WRITERS) {
                insert.setLong(1, number);
                insert.setString(2, "row " + number);
                insert.executeUpdate();
                connection.commit();
                // One write to the pipe: what arrives there survives the death of the process.
                System.out.write((number + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                System.out.flush();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
