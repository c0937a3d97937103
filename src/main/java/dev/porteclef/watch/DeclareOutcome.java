package dev.porteclef.watch;

import dev.porteclef.platform.i18n.Language;
import java.util.Map;

/// What became of a declaration.
public sealed interface DeclareOutcome {

    record Declared(DeclaredIncident incident) implements DeclareOutcome {}

    /// What is wrong with the texts, by the language of each that something is wrong with.
    record Unfit(Map<Language, Fault> faults) implements DeclareOutcome {}

    /// Somebody has declared the same meanwhile.
    record AlreadyOpen() implements DeclareOutcome {}

    /// No key stands like that any more.
    record NobodyAffected() implements DeclareOutcome {}

    /// Why a text is not told to customers.
    enum Fault {
        MISSING,
        TOO_LONG,
        /// It holds something of a credential's shape.
        HOLDS_SECRET;

        /// The key of its text in both languages.
        public String translationKey() {
            return "watch.declared.fault." + name();
        }
    }
}
