package dev.porteclef.practice;

import dev.porteclef.platform.secret.Secret;

/// What came of asking for a key at the practice exchange.
public sealed interface PracticeKeyOutcome {

    /// The key exists. This is the only time that key and secret can be read; the caller closes `secret`.
    record Created(PracticeKeyId id, String apiKey, Secret secret) implements PracticeKeyOutcome {

        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /// Nothing was made.
    sealed interface Refusal extends PracticeKeyOutcome {}

    /// The label is blank, longer than `most` characters or holds control characters.
    record BadLabel(int most) implements Refusal {}

    /// The list of addresses was chosen and left empty.
    record NoAddress() implements Refusal {}

    /// One entry of the list is no single IPv4 or IPv6 address.
    ///
    /// @param entry as typed, at most 60 characters of it
    record InvalidAddress(String entry) implements Refusal {}

    /// The list holds more addresses than the exchange takes.
    record TooManyAddresses(int most) implements Refusal {}

    /// The owner has `most` keys already.
    record TooManyKeys(int most) implements Refusal {}

    /// The six digits are not those that the page shows now.
    record WrongCode() implements Refusal {}
}
