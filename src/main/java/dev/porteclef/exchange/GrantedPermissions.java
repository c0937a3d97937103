package dev.porteclef.exchange;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the exchange says a key may do, by scope name. Scopes the portal has never heard of are kept.
public record GrantedPermissions(Map<String, Grant> scopes) {

    public GrantedPermissions {
        scopes = Map.copyOf(scopes);
    }

    /// Whether `access` to `scope` is granted; a scope that was not reported is not granted.
    public boolean allows(String scope, Access access) {
        var grant = scopes.get(scope);
        return grant != null && grant.allows(access);
    }

    /// The names of the scopes with any access, in alphabetical order.
    public Set<String> granted() {
        return new TreeMap<>(scopes)
                .entrySet().stream()
                        .filter(entry -> entry.getValue().any())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /// The two columns of one scope.
    public record Grant(boolean read, boolean write) {

        public boolean allows(Access access) {
            return switch (access) {
                case READ -> read;
                case WRITE -> write;
            };
        }

        public boolean any() {
            return read || write;
        }
    }
}
