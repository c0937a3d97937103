package dev.porteclef.operation;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Puts [Redaction] before everything that writes lines of a log, whatever the configuration of logging made it:
/// console or file, for people or for machines. An appender that sends events in a way of its own (syslog, mail) has
/// nothing to put it before, and is warned of. Found through `META-INF/spring.factories`, so that it is there
/// before the first line.
final class RedactedLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            redact(logs);
        }
    }

    /// Safe to be called again.
    static void redact(LoggerContext logs) {
        var open = new LinkedHashSet<Appender<ILoggingEvent>>();
        for (var logger : logs.getLoggerList()) {
            redact(logger, open);
        }
        for (var appender : open) {
            logs.getLogger(RedactedLogs.class)
                    .warn(
                            "The log appender {} ({}) is not redacted: what it sends may contain credentials.",
                            appender.getName(),
                            appender.getClass().getName());
        }
    }

    /// @param open takes what has no encoder to stand behind
    private static void redact(AppenderAttachable<ILoggingEvent> many, Set<Appender<ILoggingEvent>> open) {
        for (Iterator<Appender<ILoggingEvent>> each = many.iteratorForAppenders(); each.hasNext(); ) {
            var appender = each.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> writes) {
                if (!(writes.getEncoder() instanceof Redacting)) {
                    writes.setEncoder(new Redacting(writes.getEncoder()));
                }
            } else if (appender instanceof AppenderAttachable<?>) {
                @SuppressWarnings("unchecked") // what logs attach are appenders of log events
                var attached = (AppenderAttachable<ILoggingEvent>) appender;
                redact(attached, open);
            } else {
                open.add(appender);
            }
        }
    }

    /// Right after the configuration of logging, which listens to the same event.
    @Override
    public int getOrder() {
        return org.springframework.boot.context.logging.LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
