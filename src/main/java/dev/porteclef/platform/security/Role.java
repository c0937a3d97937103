package dev.porteclef.platform.security;

/// What a person may do. The constants are for annotations (`@RolesAllowed(Role.Names.CUSTOMER)`).
public enum Role {
    CUSTOMER,
    SUPPORT,
    EDITOR,
    ADMIN;

    /// The authority Spring Security compares: the name behind `ROLE_`.
    public String authority() {
        return "ROLE_" + name();
    }

    /// Names as compile-time constants, for annotations only.
    public static final class Names {
        public static final String CUSTOMER = "CUSTOMER";
        public static final String SUPPORT = "SUPPORT";
        public static final String EDITOR = "EDITOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }
}
