package dev.porteclef.shell;

import com.vaadin.flow.component.UI;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Pages that stay open while their reader loses the role that opened them: at the next click they are left, for what
/// stands on them is not the reader's to see any more.
@Component
class LostPages {

    private final CurrentUser currentUser;
    private final RolesNow roles;

    LostPages(CurrentUser currentUser, RolesNow roles) {
        this.currentUser = currentUser;
        this.roles = roles;
    }

    /// Enters the address of a lost page again, where there is nothing for this reader. A page that is still theirs
    /// stays as it is, with all that was typed.
    void leave(UI ui) {
        var pages = ui.getInternals().getActiveRouterTargetsChain();
        if (!pages.isEmpty() && isLost(pages.getFirst().getClass())) {
            var location = ui.getInternals().getActiveViewLocation();
            ui.navigate(location.getPath(), location.getQueryParameters());
        }
    }

    private boolean isLost(Class<?> page) {
        var allowed = page.getAnnotation(RolesAllowed.class);
        return allowed != null && Stream.of(allowed.value()).noneMatch(now()::contains);
    }

    private Set<String> now() {
        return currentUser.find().map(SignedInUser::id).map(roles::of).stream()
                .flatMap(Set::stream)
                .map(Role::name)
                .collect(Collectors.toSet());
    }
}
