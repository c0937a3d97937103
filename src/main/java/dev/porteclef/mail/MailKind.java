package dev.porteclef.mail;

import java.util.Arrays;
import java.util.Optional;

/// What the portal writes about.
public enum MailKind {
    /// A key that was not red is now.
    KEY_RED(MailFacts.KeyRed.class, false),
    /// A key whose owner was told that it is red works again.
    KEY_GREEN(MailFacts.KeyGreen.class, false),
    /// A stored key can withdraw: it was paused and its secret destroyed. Nobody can decline to hear that.
    WITHDRAW_FOUND(MailFacts.WithdrawFound.class, true),
    ROTATION_DUE(MailFacts.RotationDue.class, false),
    PERMISSION_REVIEW(MailFacts.PermissionReview.class, false),
    /// Support has answered; the answer stands on the key's page in any case.
    SUPPORT_ANSWERED(MailFacts.SupportAnswered.class, false);

    private final Class<? extends MailFacts> facts;
    private final boolean mandatory;

    MailKind(Class<? extends MailFacts> facts, boolean mandatory) {
        this.facts = facts;
        this.mandatory = mandatory;
    }

    /// Whether it reaches a customer whatever they chose.
    public boolean isMandatory() {
        return mandatory;
    }

    /// The key of its name in both languages; that of its explanation ends in `.text`.
    public String translationKey() {
        return "mail.kind." + name();
    }

    Class<? extends MailFacts> facts() {
        return facts;
    }

    static MailKind of(MailFacts facts) {
        return Arrays.stream(values())
                .filter(kind -> kind.facts.isInstance(facts))
                .findFirst()
                .orElseThrow();
    }

    /// The kind of that name, or nothing where a newer version of the portal wrote it.
    static Optional<MailKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
