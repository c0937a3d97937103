package dev.porteclef.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/// Redacts what another encoder has made of an event: message, arguments, MDC and exceptions are all in it by then.
final class Redacting extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;

    Redacting(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
        setContext(encoder.getContext());
        start();
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return redacted(encoder.encode(event));
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }

    /// Both formats write UTF-8; in any other charset what is redacted here is ASCII all the same.
    private static byte[] redacted(byte[] line) {
        var text = new String(line, StandardCharsets.ISO_8859_1);
        var redacted = Redaction.of(text);
        return redacted.equals(text) ? line : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void stop() {
        encoder.stop();
        super.stop();
    }
}
