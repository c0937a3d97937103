package dev.porteclef.journey.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.porteclef.journey.Journeys;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.platform.ui.FirstText;
import dev.porteclef.platform.ui.Milestone;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sees when a page that is a [Milestone] is reached. When an anonymous reader was at the guide first is kept in their
/// session alone, and written down only once they act as a customer; it ends with the session.
///
/// A customer costs the database one write a session and step; an anonymous reader, and the first answer of a page,
/// none.
@Component
class JourneyWatcher implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyWatcher.class);
    private static final String NAME = JourneyWatcher.class.getName();
    private static final String GUIDE_AT = NAME + ".guide";

    private final transient Journeys journeys;
    private final transient CurrentUser currentUser;
    private final transient Clock clock;

    JourneyWatcher(Journeys journeys, CurrentUser currentUser, Clock clock) {
        this.journeys = journeys;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(created -> created.getUI().addAfterNavigationListener(this::arrived));
    }

    private void arrived(AfterNavigationEvent event) {
        if (FirstText.isBeingDrawn()) {
            return;
        }
        // Whoever reads is not held up by what is noted.
        try {
            note(
                    step(event),
                    VaadinSession.getCurrent().getSession(),
                    currentUser
                            .find()
                            .filter(user -> user.roles().contains(Role.CUSTOMER))
                            .map(SignedInUser::id)
                            .orElse(null));
        } catch (RuntimeException e) {
            LOG.warn("A step was not noted: {}", e.getClass().getName());
        }
    }

    private static Milestone.@Nullable Step step(AfterNavigationEvent event) {
        return event.getActiveChain().stream()
                .map(HasElement::getClass)
                .map(view -> view.getAnnotation(Milestone.class))
                .filter(milestone -> milestone != null)
                .map(Milestone::value)
                .findFirst()
                .orElse(null);
    }

    private void note(Milestone.@Nullable Step step, WrappedSession session, @Nullable UserId customer) {
        if (step == Milestone.Step.GUIDE && session.getAttribute(GUIDE_AT) == null) {
            session.setAttribute(GUIDE_AT, clock.instant());
        }
        if (customer == null) {
            return;
        }
        if (session.getAttribute(GUIDE_AT) instanceof Instant at) {
            once(session, customer, Milestone.Step.GUIDE, at);
        }
        if (step == Milestone.Step.FORM) {
            once(session, customer, Milestone.Step.FORM, clock.instant());
        }
    }

    private void once(WrappedSession session, UserId customer, Milestone.Step step, Instant at) {
        var told = NAME + ".told." + step;
        if (!customer.toString().equals(session.getAttribute(told))) {
            journeys.reached(customer, step, at);
            session.setAttribute(told, customer.toString());
        }
    }
}
