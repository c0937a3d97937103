package dev.porteclef.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/// A part of a page that follows a topic for as long as it is in a page. News that comes while the page is busy is one
/// piece of news; news that cannot be read is read later, and its reader is not bothered with that.
public final class LivePart implements Serializable {

    private final transient Bulletin bulletin;
    private final Topics topic;
    private final Command refresh;
    private final AtomicBoolean queued = new AtomicBoolean();
    private transient Instant since;
    private transient Bulletin.@Nullable Following following;

    private LivePart(Bulletin bulletin, Topics topic, Command refresh) {
        this.bulletin = bulletin;
        this.topic = topic;
        this.refresh = refresh;
        this.since = bulletin.now();
    }

    /// What a part follows, asked for when it comes into a page.
    @FunctionalInterface
    public interface Topics extends Serializable {

        Topic get();
    }

    /// Has `refresh` run in the page of `part`, whoever caused the news, by push. Call this before what the part shows
    /// is read for the first time.
    public static void follow(Component part, Bulletin bulletin, Topics topic, Command refresh) {
        var live = new LivePart(bulletin, topic, refresh);
        part.addAttachListener(attached -> live.begin(part, attached.getUI()));
        part.addDetachListener(_ -> live.end());
    }

    private void begin(Component part, UI ui) {
        end();
        following = bulletin.follow(topic.get(), since, () -> tell(part, ui));
    }

    private void end() {
        // What comes while it is nowhere is told when it is back.
        since = bulletin.now();
        var ended = following;
        if (ended != null) {
            ended.end();
            following = null;
        }
    }

    /// Runs in a thread of the bulletin.
    private void tell(Component part, UI ui) {
        if (!queued.compareAndSet(false, true)) {
            return;
        }
        try {
            var _ = ui.access(() -> {
                queued.set(false);
                if (part.isAttached()) {
                    look();
                }
            });
        } catch (UIDetachedException e) {
            queued.set(false);
        }
    }

    private void look() {
        try {
            refresh.execute();
        } catch (AccessDeniedException | AuthenticationException e) {
            // Its reader may not see this any more. The next act says so; what nobody asked for says nothing.
            end();
        } catch (RuntimeException e) {
            // Nobody has done anything that could be said to have failed: the page stays as it is until it can look.
            var current = following;
            if (current != null) {
                current.again(e);
            }
        }
    }
}
