package dev.porteclef.practice;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.practice.PracticeKeyOutcome.BadLabel;
import dev.porteclef.practice.PracticeKeyOutcome.InvalidAddress;
import dev.porteclef.practice.PracticeKeyOutcome.NoAddress;
import dev.porteclef.practice.PracticeKeyOutcome.Refusal;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyAddresses;
import dev.porteclef.practice.PracticeKeyOutcome.WrongCode;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Judges drafts before anything is made of them, in the order of the dialog.
@Component
@Profile("!prod")
final class PracticeReview {

    static final int LONGEST_LABEL = 64;

    private final ExchangeCatalogue catalogue;
    private final PracticeCodes codes;

    PracticeReview(ExchangeCatalogue catalogue, PracticeCodes codes) {
        this.catalogue = catalogue;
        this.codes = codes;
    }

    /// The first thing wrong with the form itself, the code aside.
    ///
    /// @throws IllegalArgumentException for a box that the dialog does not have: no browser sends one by itself
    Optional<Refusal> form(PracticeKeyDraft draft) {
        var exchange = catalogue.get(PracticeServer.IMITATED);
        if (!draft.boxes().stream().allMatch(box -> exchange.box(box).isPresent())) {
            throw new IllegalArgumentException("the practice dialog has no such box");
        }
        var label = draft.label().strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(new BadLabel(LONGEST_LABEL));
        }
        return addresses(draft, exchange.maxListedAddresses());
    }

    /// As [#form(PracticeKeyDraft)], and the code with it.
    Optional<Refusal> whole(UserId user, PracticeKeyDraft draft) {
        return form(draft)
                .or(() -> codes.accepts(user, draft.code()) ? Optional.empty() : Optional.of(new WrongCode()));
    }

    String code(UserId user) {
        return codes.current(user);
    }

    /// The addresses of a draft that passed; none: anywhere.
    static List<String> listed(PracticeKeyDraft draft) {
        try {
            return draft.addresses() == null
                    ? List.of()
                    : AddressList.parse(draft.addresses()).addresses();
        } catch (AddressList.NotAnAddress e) {
            throw new IllegalStateException("the draft was not reviewed", e);
        }
    }

    private static Optional<Refusal> addresses(PracticeKeyDraft draft, int most) {
        if (draft.addresses() == null) {
            return Optional.empty();
        }
        try {
            var count = AddressList.parse(draft.addresses()).addresses().size();
            if (count == 0) {
                return Optional.of(new NoAddress());
            }
            return count > most ? Optional.of(new TooManyAddresses(most)) : Optional.empty();
        } catch (AddressList.NotAnAddress e) {
            return Optional.of(new InvalidAddress(e.entry()));
        }
    }
}
