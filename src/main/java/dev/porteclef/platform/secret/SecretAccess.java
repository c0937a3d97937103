package dev.porteclef.platform.secret;

/// The token that opens a [Secret]. Whoever calls [#granted()] reads secrets; an architecture test lists who may.
public final class SecretAccess {

    private static final SecretAccess GRANTED = new SecretAccess();

    private SecretAccess() {}

    public static SecretAccess granted() {
        return GRANTED;
    }
}
