package dev.porteclef.live;

import dev.porteclef.platform.security.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Something that open pages show. Its name travels between the nodes: at most an id, never what is new, and nothing
/// secret.
public record Topic(String name) {

    /// All customers' keys: who follows it is told of everything that [#keysOf] is news of.
    public static final Topic KEYS = new Topic("keys");
    /// What is wrong at an exchange, or is over.
    public static final Topic INCIDENTS = new Topic("incidents");
    /// What customers ask support.
    public static final Topic QUESTIONS = new Topic("questions");
    /// How far what agents have begun for many keys has come.
    public static final Topic RUNS = new Topic("runs");
    /// What editors have published in the help center.
    public static final Topic HELP = new Topic("help");

    /// What editors do with one article of the help center: who has it open, drafts, publications.
    public static Topic editing(String family) {
        return new Topic("editing " + family);
    }

    /// Which agents have one key open.
    public static Topic deskOf(UUID key) {
        return new Topic("desk " + key);
    }

    /// One customer's keys: their verdicts, lives and names.
    public static Topic keysOf(UserId owner) {
        return new Topic(KEYS.name() + " " + owner);
    }

    /// The least time between two times whoever follows it is told: of all customers' keys there is always news.
    Duration rest() {
        return equals(KEYS) ? Duration.ofSeconds(3) : Duration.ofSeconds(1);
    }

    /// The topic that this one is a part of, if it is a part.
    Optional<Topic> whole() {
        var space = name.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(new Topic(name.substring(0, space)));
    }
}
