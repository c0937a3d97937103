package dev.porteclef.editing;

import dev.porteclef.help.HelpCenter;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Has the help center look at what was published: before this node lets in the first reader, and whenever an editor
/// has published on any node.
@Component
class PublishedNews implements SmartInitializingSingleton {

    private final HelpCenter help;
    private final Bulletin bulletin;
    private volatile Bulletin.@Nullable Following following;

    PublishedNews(HelpCenter help, Bulletin bulletin) {
        this.help = help;
        this.bulletin = bulletin;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var since = bulletin.now();
        help.refresh();
        following = bulletin.follow(Topic.HELP, since, this::refresh);
    }

    private void refresh() {
        try {
            help.refresh();
        } catch (RuntimeException e) {
            // Readers keep what they have until the database answers again.
            var told = following;
            if (told != null) {
                told.again(e);
            }
        }
    }

    @PreDestroy
    void end() {
        var told = following;
        if (told != null) {
            told.end();
        }
    }
}
