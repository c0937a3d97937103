package dev.porteclef.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address that can be an account's name: in lower case, at most 254 characters, printable ASCII, of the
/// shape `local@domain.tld` (RFC 5321 without quoted local parts and address literals).
public record EmailAddress(String value) {

    /// In characters (RFC 5321, path without brackets).
    public static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern SYNTAX =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address in lower case");
        }
    }

    /// The address a person typed, outer white space removed and letters lowered; nothing if it is none.
    public static Optional<EmailAddress> of(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        return isValid(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        // Cheap checks first: no regular expression sees a megabyte.
        return value.length() <= LONGEST
                && value.indexOf('@') <= LONGEST_LOCAL_PART
                && value.chars().allMatch(character -> character > ' ' && character < 0x7f)
                && SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
