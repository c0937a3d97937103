package dev.porteclef.console;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.support.Answer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What is done for each key of a run.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "work")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.Recheck.class, name = "RECHECK"),
    @JsonSubTypes.Type(value = Work.Reply.class, name = "REPLY")
})
public sealed interface Work {

    /// The exchange is asked about it again, at the pace that it allows.
    record Recheck() implements Work {}

    /// Its owner is answered with the ready text, in the own language.
    ///
    /// @param kind what is asked of the owner; never [Answer.Kind#PAUSES]
    /// @param more what stands after the greeting, by language; none for a language that is missing
    /// @param sparing leaves out keys that were answered about within [Runs#LATELY]
    record Reply(Answer.Kind kind, Map<Language, String> more, boolean sparing) implements Work {

        public Reply {
            if (kind == Answer.Kind.PAUSES) {
                throw new IllegalArgumentException("a pause is an act on one key");
            }
            more = Map.copyOf(more);
        }
    }

    /// The key of its name in both languages.
    default String translationKey() {
        return switch (this) {
            case Recheck() -> "console.run.RECHECK";
            case Reply reply -> "console.run." + reply.kind();
        };
    }

    static Work read(String json) {
        return JsonMapper.shared().readValue(json, Work.class);
    }

    /// What [#read] takes.
    default String json() {
        return JsonMapper.shared().writerFor(Work.class).writeValueAsString(this);
    }
}
