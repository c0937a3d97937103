package dev.porteclef.shell.first;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A session that nobody keeps: it is there for one request, and no browser learns of it.
final class TransientSession implements HttpSession {

    private final ServletContext context;
    private final String id;
    private final long created;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private int inactive = Integer.MAX_VALUE;

    TransientSession(ServletContext context, String id, long created) {
        this.context = context;
        this.id = id;
        this.created = created;
    }

    @Override
    public long getCreationTime() {
        return created;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getLastAccessedTime() {
        return created;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        inactive = interval;
    }

    @Override
    public int getMaxInactiveInterval() {
        return inactive;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(List.copyOf(attributes.keySet()));
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(name, value);
            if (value instanceof HttpSessionBindingListener listener) {
                listener.valueBound(new HttpSessionBindingEvent(this, name, value));
            }
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (attributes.remove(name) instanceof HttpSessionBindingListener listener) {
            listener.valueUnbound(new HttpSessionBindingEvent(this, name));
        }
    }

    /// Tells all that was kept here that it is over.
    @Override
    public void invalidate() {
        List.copyOf(attributes.keySet()).forEach(this::removeAttribute);
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
