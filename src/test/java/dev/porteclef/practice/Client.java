package dev.porteclef.practice;

import dev.porteclef.exchange.PracticeEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// A program that calls a practice exchange over HTTP, signed by itself.
record Client(HttpClient http, PracticeEndpoint server) implements AutoCloseable {

    Client(PracticeEndpoint server) {
        this(HttpClient.newHttpClient(), server);
    }

    HttpResponse<String> permissions(Pair key, long nonce) throws IOException, InterruptedException {
        return http.send(signed(key, "v2/auth/r/permissions", nonce), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> wallets(Pair key, long nonce) throws IOException, InterruptedException {
        return http.send(signed(key, "v2/auth/r/wallets", nonce), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest signed(Pair key, String path, long nonce) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/" + path))
                .header("content-type", "application/json")
                .header("bfx-nonce", Long.toString(nonce))
                .header("bfx-apikey", key.apiKey())
                .header("bfx-signature", key.sign(path, Long.toString(nonce), "{}"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
