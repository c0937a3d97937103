package dev.porteclef.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A socket that answers as badly as a test wants.
final class BareServer implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    BareServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /// How many were made so far.
    int connections() {
        return connections.size();
    }

    /// Answers every connection with `scene`, then closes it.
    void serve(Scene scene) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (var connection = server.accept()) {
                    connections.add(connection);
                    readRequest(connection);
                    scene.play(connection, connection.getOutputStream());
                } catch (IOException e) {
                    if (server.isClosed()) {
                        return;
                    }
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        var seen = new StringBuilder();
        int next;
        while (!seen.toString().endsWith("{}")
                && (next = connection.getInputStream().read()) >= 0) {
            seen.append((char) next);
            if (seen.charAt(0) == TLS_HANDSHAKE) {
                return;
            }
        }
    }

    @FunctionalInterface
    interface Scene {

        void play(Socket connection, OutputStream out) throws IOException;
    }
}
