package dev.porteclef.signin;

import dev.porteclef.account.Accounts;
import dev.porteclef.account.EmailAddress;
import dev.porteclef.account.PasswordCheck;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.secret.Secret;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Signs in by e-mail and password. Every try counts against the limits before the password is looked at, so that
/// parallel tries cannot slip past them together; a right password takes its count back.
final class PasswordProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final Limits limits;
    private final SignInEvents events;
    private final SignInCompletion completion;

    PasswordProvider(Accounts accounts, Limits limits, SignInEvents events, SignInCompletion completion) {
        this.accounts = accounts;
        this.limits = limits;
        this.events = events;
        this.completion = completion;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var email = typed.getName();
        var from = addressOf(typed);
        var account = EmailAddress.of(email).map(EmailAddress::value).orElse("");
        var accountFrom = account + " " + from;
        countTry(from, accountFrom, account);
        try (var password = Secret.of(String.valueOf(typed.getCredentials()))) {
            return switch (accounts.checkPassword(email, password)) {
                case PasswordCheck.Matches matches -> {
                    limits.forget(Limit.SIGN_IN, accountFrom);
                    limits.giveBack(Limit.SIGN_IN_ADDRESS, from);
                    // Not forgotten: strangers must not start anew whenever the owner comes in.
                    limits.giveBack(Limit.SIGN_IN_ACCOUNT, account);
                    // Today's only factor, hence the last one.
                    yield completion.complete(
                            matches.user(),
                            List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
                }
                case PasswordCheck.Differs differs -> {
                    events.failed(differs.account());
                    throw SignInRefusal.notRight();
                }
                case PasswordCheck.Unknown() -> throw SignInRefusal.notRight();
                case PasswordCheck.Busy() -> {
                    limits.giveBack(Limit.SIGN_IN, accountFrom);
                    limits.giveBack(Limit.SIGN_IN_ADDRESS, from);
                    limits.giveBack(Limit.SIGN_IN_ACCOUNT, account);
                    throw SignInRefusal.busy();
                }
            };
        }
    }

    private void countTry(String from, String accountFrom, String account) {
        if (limits.check(Limit.SIGN_IN_ADDRESS, from) instanceof Allowance.Wait wait) {
            throw SignInRefusal.tooManyTries(wait);
        }
        if (limits.check(Limit.SIGN_IN, accountFrom) instanceof Allowance.Wait wait) {
            limits.giveBack(Limit.SIGN_IN_ADDRESS, from);
            throw SignInRefusal.tooManyTries(wait);
        }
        if (limits.check(Limit.SIGN_IN_ACCOUNT, account) instanceof Allowance.Wait wait) {
            limits.giveBack(Limit.SIGN_IN_ADDRESS, from);
            limits.giveBack(Limit.SIGN_IN, accountFrom);
            throw SignInRefusal.tooManyTries(wait);
        }
    }

    private static String addressOf(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? ClientAddress.of(details.getRemoteAddress()).value()
                : "unknown";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
