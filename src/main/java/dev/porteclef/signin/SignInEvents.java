package dev.porteclef.signin;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.security.UserId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Puts comings and goings on the record. Nothing that was typed is kept: no password, and no e-mail that is nobody's.
@Component
class SignInEvents {

    private final AuditLog record;
    private final TransactionOperations transactions;

    SignInEvents(AuditLog record, TransactionOperations transactions) {
        this.record = record;
        this.transactions = transactions;
    }

    void signedIn(UserId user) {
        transactions.executeWithoutResult(_ -> record.record(Act.SIGNED_IN, user, user, null, Map.of()));
    }

    /// Somebody, perhaps a stranger, did not get into the account of `user`.
    void failed(UserId user) {
        transactions.executeWithoutResult(_ -> record.record(Act.SIGN_IN_FAILED, null, user, null, Map.of()));
    }

    void signedOut(UserId user) {
        transactions.executeWithoutResult(_ -> record.record(Act.SIGNED_OUT, user, user, null, Map.of()));
    }
}
