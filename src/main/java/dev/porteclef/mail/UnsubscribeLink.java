package dev.porteclef.mail;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.ui.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The address that stands in a mail. A person who opens it comes to a page that asks once more; a mail program that
/// was told to unsubscribe posts to it (RFC 8058). Opening alone changes nothing, for scanners open every link.
@RestController
class UnsubscribeLink {

    private final Unsubscriptions unsubscriptions;
    private final Limits limits;

    UnsubscribeLink(Unsubscriptions unsubscriptions, Limits limits) {
        this.unsubscriptions = unsubscriptions;
        this.limits = limits;
    }

    @GetMapping(Unsubscriptions.PATH + "{token}")
    ResponseEntity<Void> open(@PathVariable("token") String token, HttpServletRequest request) {
        if (isTooMuch(request)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        var offer = unsubscriptions.find(token);
        if (offer.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var page = "/"
                + Addresses.unsubscribe(
                        offer.map(Unsubscriptions.Offer::language).orElse(Language.ENGLISH), token);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }

    @PostMapping(Unsubscriptions.PATH + "{token}")
    ResponseEntity<Void> post(@PathVariable("token") String token, HttpServletRequest request) {
        if (isTooMuch(request)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        // A parameter of the form that RFC 8058 asks for; nothing else unsubscribes anybody.
        if (!"One-Click".equals(request.getParameter("List-Unsubscribe"))) {
            return ResponseEntity.badRequest().build();
        }
        return unsubscriptions.confirm(token).isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }

    private boolean isTooMuch(HttpServletRequest request) {
        var from = ClientAddress.of(request.getRemoteAddr()).value();
        return limits.check(Limit.UNGUESSABLE, from) instanceof Allowance.Wait;
    }
}
