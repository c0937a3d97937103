package dev.porteclef.account;

import org.springframework.stereotype.Component;

/// Which passwords are taken, and how they are kept.
@Component
record Passwords(PasswordRules rules, PasswordHashes hashes) {}
