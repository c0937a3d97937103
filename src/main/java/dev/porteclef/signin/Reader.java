package dev.porteclef.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;

/// One session without a signed-in person, as an attribute of itself: it counts from the moment it is put there until
/// the session ends or somebody signs in.
final class Reader implements HttpSessionBindingListener {

    static final String ATTRIBUTE = "dev.porteclef.reader";

    private final Readers readers;
    private final String address;
    private final HttpSession session;
    private volatile Instant acted;
    private volatile boolean onlyReads = true;

    Reader(Readers readers, String address, HttpSession session, Instant now) {
        this.readers = readers;
        this.address = address;
        this.session = session;
        this.acted = now;
    }

    /// The client's, as limits tell callers apart.
    String address() {
        return address;
    }

    void acts(Instant now) {
        acted = now;
    }

    Instant acted() {
        return acted;
    }

    /// @param only whether nothing can be typed on any of the pages that are open in this session
    void reads(boolean only) {
        onlyReads = only;
    }

    boolean onlyReads() {
        return onlyReads;
    }

    boolean isIdle(Instant now, Duration limit) {
        return onlyReads && !acted.plus(limit).isAfter(now);
    }

    HttpSession session() {
        return session;
    }

    /// It counts no longer; saying so again does nothing.
    void leaves() {
        readers.left(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        leaves();
    }
}
