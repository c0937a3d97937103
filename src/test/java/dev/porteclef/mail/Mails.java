package dev.porteclef.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// A real mail server, and what is in the letters it took.
public final class Mails implements AutoCloseable {

    private final int port;
    private GreenMail server;

    public Mails() {
        server = on(0);
        port = server.getSmtp().getPort();
    }

    public GreenMail server() {
        return server;
    }

    /// The port stays closed until [#start()].
    void stop() {
        server.stop();
    }

    void start() {
        server = on(port);
    }

    /// What was taken for `address`, in order.
    public List<MimeMessage> to(String address) {
        return Stream.of(server.getReceivedMessagesForDomain(address)).toList();
    }

    private static GreenMail on(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    public static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) {
        try {
            return (String)
                    ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /// The values of a header, unfolded.
    public static List<String> header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
