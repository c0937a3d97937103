package dev.porteclef.practice;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Single IP addresses in one spelling each, without doubles. Nothing is ever looked up by name.
record AddressList(List<String> addresses) {

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final int LONGEST_LITERAL = 45;

    AddressList {
        addresses = List.copyOf(addresses);
    }

    /// Reads addresses separated by commas; empty entries are passed over, an entry that is no address is thrown.
    /// Ranges are none: nothing shows that the real exchange takes them on keys.
    static AddressList parse(String text) throws NotAnAddress {
        var found = new ArrayList<String>();
        for (var entry : text.split(",", -1)) {
            var address = entry.strip();
            if (!address.isEmpty()) {
                var canonical = canonical(address);
                if (!found.contains(canonical)) {
                    found.add(canonical);
                }
            }
        }
        return new AddressList(found);
    }

    /// Whether one of `others`, in any spelling, is listed.
    boolean holdsOneOf(List<String> others) {
        return others.stream().flatMap(AddressList::canonicalOrNone).anyMatch(addresses::contains);
    }

    private static Stream<String> canonicalOrNone(String address) {
        try {
            return Stream.of(canonical(address.strip()));
        } catch (NotAnAddress e) {
            return Stream.empty();
        }
    }

    private static String canonical(String address) throws NotAnAddress {
        if (IPV4.matcher(address).matches()) {
            return address;
        }
        // An IPv6 literal has a colon; a zone (%eth0) means nothing to somebody else.
        if (address.indexOf(':') < 0 || address.indexOf('%') >= 0 || address.length() > LONGEST_LITERAL) {
            throw new NotAnAddress(address);
        }
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new NotAnAddress(address);
        }
    }

    /// An entry that is no address.
    static final class NotAnAddress extends Exception {

        private static final int MOST_TOLD = 60;

        NotAnAddress(String entry) {
            super(entry.length() <= MOST_TOLD ? entry : entry.substring(0, MOST_TOLD));
        }

        String entry() {
            return String.valueOf(getMessage());
        }
    }
}
