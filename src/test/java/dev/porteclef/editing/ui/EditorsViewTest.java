package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.editing.Drafts;
import dev.porteclef.editing.EditorsDesk;
import dev.porteclef.editing.Publishing;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// An editor in front of the editors' pages; what was written is gone after each test.
abstract class EditorsViewTest extends ViewTest {

    static final ArticleId ENGLISH = new ArticleId("ip-list", Language.ENGLISH);
    static final ArticleId FRENCH = new ArticleId("ip-list", Language.FRENCH);

    @Autowired
    HelpCenter help;

    @Autowired
    EditorsDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Jdbi jdbi;

    SignedIn session = as(Role.EDITOR);

    @BeforeEach
    void an_editor() {
        session = as(Role.EDITOR);
    }

    @AfterEach
    void forget_what_was_written() {
        session.close();
        jdbi.useHandle(handle -> {
            handle.execute("delete from help_draft");
            handle.execute("delete from help_publication");
            handle.execute("delete from help_presence");
            handle.execute("delete from article_opinion");
        });
        help.refresh();
    }

    void open() {
        navigate("en/editing/ip-list", ArticleEditorView.class);
    }

    TextArea area(String tag) {
        return find(TextArea.class).withId("text-" + tag).single();
    }

    void click(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    void confirm() {
        test(find(ConfirmDialog.class).single()).confirm();
    }

    String text(ArticleId id) {
        return desk.manuscript(id).text();
    }

    String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively() + " "
                + ((Component) getCurrentView()).getElement().getOuterHTML();
    }

    /// Publishes the drafts of one article, seen as they are now.
    void publish(ArticleId... ids) {
        var versions = new EnumMap<Language, Long>(Language.class);
        var revisions = new EnumMap<Language, Integer>(Language.class);
        for (var id : ids) {
            var draft = desk.manuscript(id);
            versions.put(id.language(), draft.version());
            revisions.put(id.language(), draft.revision());
        }
        publishing.publish(ids[0].family(), versions, revisions, "");
    }

    /// Waits for what comes by push.
    void await(ThrowingRunnable assertion) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var open = VaadinSession.getCurrent();
            open.getService().runPendingAccessTasks(open);
            roundTrip();
            assertion.run();
        });
    }

    static SignedIn as(Role role) {
        var id = new UserId(UUID.randomUUID());
        return SignedIn.as(new SignedInUser(id, id + "@example.org", "", Set.of(role), Language.ENGLISH, true));
    }
}
