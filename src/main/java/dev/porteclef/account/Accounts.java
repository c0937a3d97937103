package dev.porteclef.account;

import dev.porteclef.account.SignUpOutcome.EmailTaken;
import dev.porteclef.account.SignUpOutcome.InvalidEmail;
import dev.porteclef.account.SignUpOutcome.SignedUp;
import dev.porteclef.account.SignUpOutcome.TooManyTries;
import dev.porteclef.account.SignUpOutcome.WeakPassword;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// People's accounts: who may become one, and who is one.
///
/// Passwords are hashed outside of the transactions, which would otherwise hold a connection all the while.
@Service
public class Accounts {

    private static final Duration BUSY = Duration.ofSeconds(30);

    private final JdbiAccounts accounts;
    private final Passwords passwords;
    private final Limits limits;
    private final AuditLog record;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    Accounts(
            JdbiAccounts accounts,
            Passwords passwords,
            Limits limits,
            AuditLog record,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.record = record;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /// Opens a customer's account, with its row in the record. What is refused for its form is not counted against
    /// the limit; what reaches the question whether the e-mail is taken is.
    public SignUpOutcome signUp(SignUpDraft draft) {
        var email = EmailAddress.of(draft.email()).orElse(null);
        if (email == null || email.value().endsWith(DemoAccounts.EMAIL_SUFFIX)) {
            return new InvalidEmail();
        }
        var fault = passwords.rules().fault(draft.password().reveal(SecretAccess.granted()), email.value());
        if (fault.isPresent()) {
            return new WeakPassword(fault.get());
        }
        return switch (limits.check(Limit.SIGN_UP, draft.from().value())) {
            case Allowance.Wait wait -> new TooManyTries(wait.remaining());
            case Allowance.Allowed() -> open(email, draft);
        };
    }

    private SignUpOutcome open(EmailAddress email, SignUpDraft draft) {
        var hash = passwords.hashes().hash(draft.password()).orElse(null);
        if (hash == null) {
            return new TooManyTries(BUSY);
        }
        var user = new SignedInUser(
                new UserId(UUID.randomUUID()), email.value(), hash, Set.of(Role.CUSTOMER), draft.language(), true);
        try {
            transactions.executeWithoutResult(_ -> {
                accounts.add(user);
                record.record(Act.SIGNED_UP, user.id(), user.id(), null, Map.of());
            });
            return new SignedUp(user.withoutHash());
        } catch (JdbiAccounts.EmailTakenException e) {
            return new EmailTaken();
        }
    }

    /// Compares what a person typed with the stored hash; takes the same time whether the account exists or not. A
    /// hash with outdated settings is replaced on the way. Limits and the record are the caller's.
    public PasswordCheck checkPassword(String typedEmail, Secret password) {
        var found = EmailAddress.of(typedEmail).flatMap(accounts::find);
        var hash = found.map(SignedInUser::passwordHash).orElse(null);
        var matches = passwords.hashes().matches(password, hash);
        if (matches.isEmpty()) {
            return new PasswordCheck.Busy();
        }
        if (found.isEmpty()) {
            return new PasswordCheck.Unknown();
        }
        var user = found.get();
        if (!matches.get() || !user.enabled()) {
            return new PasswordCheck.Differs(user.id());
        }
        renewOutdatedHash(user, password);
        return new PasswordCheck.Matches(user.withoutHash());
    }

    private void renewOutdatedHash(SignedInUser user, Secret password) {
        if (passwords.hashes().isOutdated(user.passwordHash())) {
            // While the machine is busy the old hash stays until the next sign-in.
            passwords
                    .hashes()
                    .hash(password)
                    .ifPresent(hash -> accounts.replaceHash(user.id(), user.passwordHash(), hash));
        }
    }

    /// Keeps `language` as the signed-in person's preference for what is sent to them; pages go by their address.
    @PreAuthorize("hasAnyRole('CUSTOMER', 'SUPPORT', 'EDITOR', 'ADMIN')")
    public void changeLanguage(Language language) {
        var id = currentUser.id();
        transactions.executeWithoutResult(_ -> {
            if (accounts.changeLanguage(id, language)) {
                record.record(Act.LANGUAGE_CHANGED, id, id, null, Map.of("language", language.tag()));
            }
        });
    }
}
