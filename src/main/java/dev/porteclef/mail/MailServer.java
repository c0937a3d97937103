package dev.porteclef.mail;

import dev.porteclef.account.EmailAddress;
import dev.porteclef.platform.config.Installation;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The mail server, where one is declared (`spring.mail.host`).
@Component
class MailServer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ObjectProvider<JavaMailSender> server;
    private final String from;
    private final String brand;

    MailServer(ObjectProvider<JavaMailSender> server, Installation installation) {
        this.server = server;
        this.from = installation.mail().from();
        this.brand = installation.brand().name();
    }

    /// One mail as it goes out.
    ///
    /// @param written when what it tells happened
    /// @param unsubscribe the address that ends its kind, for mail programs; nothing where the kind is mandatory
    record Outgoing(
            MailId id,
            EmailAddress to,
            Letter letter,
            String text,
            String html,
            Instant written,
            Optional<String> unsubscribe) {}

    /// An empty name is none: so says a list of settings in which every name stands.
    boolean isDeclared() {
        var sender = server.getIfAvailable();
        return sender != null && !(sender instanceof JavaMailSenderImpl known && "".equals(known.getHost()));
    }

    /// Hands a mail to the server. Every attempt bears the same `Message-ID`, so that a repeated delivery shows.
    ///
    /// @throws MailException where the server did not take it; its message may name addresses
    void send(Outgoing mail) {
        var sender = server.getObject();
        var message = sender.createMimeMessage();
        try {
            message.setFrom(new InternetAddress(from, oneLine(brand), UTF_8));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(mail.to().value(), true));
            message.setSubject(oneLine(mail.letter().subject()), UTF_8);
            message.setSentDate(Date.from(mail.written()));
            message.setHeader("Message-ID", "<" + mail.id() + from.substring(from.indexOf('@')) + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", mail.letter().language().tag());
            if (mail.unsubscribe().isPresent()) {
                // RFC 8058: the mail program posts there by itself when its reader asks it to.
                message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().get() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
    }

    /// What people typed stands in the subject: a line break in it would be a header of theirs. Marks that turn the
    /// direction of writing go, too.
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("\\p{Cf}", "")
                .strip();
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, kind);
        return part;
    }
}
