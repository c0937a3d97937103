package dev.porteclef.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which base address an exchange is asked at: its own, or the practice exchange's. Nothing else may be called.
@Component
public class Endpoints implements ExchangeTransport.AllowedHosts {

    private final ExchangeCatalogue catalogue;
    private final ObjectProvider<PracticeEndpoint> practice;

    public Endpoints(ExchangeCatalogue catalogue, ObjectProvider<PracticeEndpoint> practice) {
        this.catalogue = catalogue;
        this.practice = practice;
    }

    /// The environments a key of `exchange` can belong to here; production knows only the live one.
    public List<Environment> environments(ExchangeId exchange) {
        return find(exchange, Environment.PRACTICE).isPresent()
                ? List.of(Environment.PRACTICE, Environment.LIVE)
                : List.of(Environment.LIVE);
    }

    /// The base address, or nothing where the practice exchange is absent.
    public Optional<URI> find(ExchangeId exchange, Environment environment) {
        return switch (environment) {
            case LIVE -> catalogue.find(exchange).map(Exchange::live);
            case PRACTICE ->
                practice.stream()
                        .filter(endpoint -> endpoint.exchange().equals(exchange))
                        .map(PracticeEndpoint::address)
                        .findFirst();
        };
    }

    @Override
    public void require(URI address) {
        var known = Stream.concat(
                catalogue.all().stream().map(Exchange::live), practice.stream().map(PracticeEndpoint::address));
        if (known.noneMatch(base -> sameOrigin(base, address))) {
            throw new IllegalStateException("not an exchange's host: " + address.getHost());
        }
    }

    private static boolean sameOrigin(URI base, URI address) {
        return base.getScheme().equals(address.getScheme())
                && base.getHost().equals(address.getHost())
                && base.getPort() == address.getPort();
    }
}
