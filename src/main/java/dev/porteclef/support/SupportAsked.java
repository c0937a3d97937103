package dev.porteclef.support;

import dev.porteclef.platform.security.UserId;

/// Published as an application event, inside the transaction that wrote it, when a customer has asked support.
public record SupportAsked(UserId owner) {}
