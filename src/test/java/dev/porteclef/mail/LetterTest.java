package dev.porteclef.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.Environment;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

/// What stands in the mails that a real mail server has taken.
@Timeout(120)
class LetterTest {

    private static final Mails MAILS = new Mails();
    private static final MailFixture FIXTURE = new MailFixture(TestDatabase.POSTGRESQL, MAILS.server());

    private final MailChoices choices = FIXTURE.get(MailChoices.class);
    private final Unsubscriptions unsubscriptions = FIXTURE.get(Unsubscriptions.class);

    @AfterAll
    static void stop() {
        FIXTURE.close();
        MAILS.close();
    }

    @Test
    void a_mail_in_english() {
        var customer = FIXTURE.customer(Language.ENGLISH);
        var mail = sent(customer, Drafts.red(FIXTURE, customer, "english"));
        assertThat(Mails.header(mail, "Subject"))
                .singleElement()
                .satisfies(subject -> assertThat(subject).contains("=?UTF-8?"));
        assertThat(subject(mail)).isEqualTo("“My bot” on Bitfinex: Key or secret not accepted");
        assertThat(Mails.header(mail, "From")).containsExactly("Noon & Barbari <keys@portal.example>");
        assertThat(Mails.header(mail, "To")).containsExactly(customer.email());
        assertThat(Mails.header(mail, "Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Mails.header(mail, "Content-Language")).containsExactly("en");
        assertThat(Mails.text(mail))
                .startsWith("Noon & Barbari")
                .contains("Cause: Key or secret not accepted")
                .contains("Checked: 21 November 2026", "08:00 UTC")
                .contains("Open the portal by yourself");
        assertThat(Jsoup.parse(Mails.html(mail)).text())
                .contains("Your key “My bot” has turned red", "Cause Key or secret not accepted");
    }

    @Test
    void a_mail_in_french_with_its_spaces() {
        var customer = FIXTURE.customer(Language.FRENCH);
        var mail = sent(customer, Drafts.red(FIXTURE, customer, "french"));
        assertThat(subject(mail)).isEqualTo("«\u202fMy bot\u202f» chez Bitfinex\u00a0: Clé ou secret non acceptés");
        assertThat(Mails.header(mail, "Content-Language")).containsExactly("fr");
        assertThat(Mails.text(mail)).contains("Cause\u00a0: Clé ou secret non acceptés", "21 novembre 2026");
        assertThat(Mails.html(mail)).contains("<html lang=\"fr\">", "Ta clé «\u202fMy bot\u202f» est passée au rouge");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_kind_has_its_words_and_only_the_link_that_ends_it(Language language) {
        var day = LocalDate.of(2026, 12, 31);
        var all = List.of(
                new MailFacts.KeyRed("My bot", Headline.MISSING_PERMISSION, MailFixture.START),
                new MailFacts.KeyGreen("My bot", Headline.ACCEPTED, MailFixture.START),
                new MailFacts.WithdrawFound("My bot", MailFixture.START),
                new MailFacts.RotationDue("My bot", day.minusDays(90), day, 90, false),
                new MailFacts.RotationDue("My bot", day.minusDays(90), day, 90, true),
                new MailFacts.PermissionReview(List.of("My bot", "Other bot"), 1),
                new MailFacts.SupportAnswered("My bot", List.of("Hello,", "<b>1 < 2</b>")));
        assertThat(all.stream().map(MailKind::of)).contains(MailKind.values());
        for (var facts : all) {
            var customer = FIXTURE.customer(language);
            var about = facts instanceof MailFacts.PermissionReview ? null : Drafts.about(FIXTURE, customer);
            if (facts instanceof MailFacts.KeyGreen) {
                recover(customer, Objects.requireNonNull(about));
            }
            var mail = sent(customer, new MailDraft(customer.id(), facts, about, "" + customer.id()));
            var links = Jsoup.parse(Mails.html(mail)).select("[href], [src], [action], [background]").stream()
                    .map(element -> element.attr("href"))
                    .toList();
            var listed = Mails.header(mail, "List-Unsubscribe");
            if (MailKind.of(facts).isMandatory()) {
                assertThat(links).isEmpty();
                assertThat(listed).isEmpty();
                assertThat(Mails.header(mail, "List-Unsubscribe-Post")).isEmpty();
            } else {
                assertThat(listed).containsExactly("<" + links.getFirst() + ">");
                assertThat(links)
                        .singleElement()
                        .asString()
                        .matches("https://portal\\.example/unsubscribe/[A-Za-z0-9_-]{43}");
                assertThat(Mails.header(mail, "List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
                assertThat(Mails.text(mail)).contains(links.getFirst());
            }
            assertThat(Mails.text(mail) + Mails.html(mail))
                    .contains("My bot")
                    .doesNotContain("{0}", "{1}", "{2}", "''", "sign-in", "keys/new", "url(");
        }
    }

    @Test
    void practice_is_called_so() {
        var customer = FIXTURE.customer(Language.ENGLISH);
        var live = Drafts.about(FIXTURE, customer);
        var mail = sent(
                customer,
                new MailDraft(
                        customer.id(),
                        new MailFacts.WithdrawFound("My bot", MailFixture.START),
                        new AboutKey(live.exchange(), Environment.PRACTICE, live.key()),
                        "practice"));
        assertThat(Mails.text(mail)).contains("Kind: practice").contains("cannot be declined");
    }

    @Test
    void nothing_typed_becomes_a_header_or_markup() {
        var customer = FIXTURE.customer(Language.ENGLISH);
        var label = "Bot\r\nBcc: thief@evil.example\r\n\r\n<img src=x onerror=alert(1)>\u202e";
        try (var _ = SignedIn.as(customer)) {
            assertThat(choices.chooseWord("<b>heron</b> & co")).isEqualTo(WordOutcome.KEPT);
        }
        var mail = sent(customer, Drafts.red(FIXTURE, customer, label, "typed"));
        assertThat(Mails.header(mail, "Bcc")).isEmpty();
        assertThat(MAILS.to("thief@evil.example")).isEmpty();
        assertThat(subject(mail))
                .isEqualTo("“Bot Bcc: thief@evil.example <img src=x onerror=alert(1)>” on Bitfinex: Key or secret"
                        + " not accepted");
        var html = Jsoup.parse(Mails.html(mail));
        assertThat(html.select("img, script, b")).isEmpty();
        assertThat(html.text()).contains("Your word: <b>heron</b> & co", "<img src=x onerror=alert(1)>");
        assertThat(MailServer.oneLine("a\r\nb\u2028c\u0000d")).isEqualTo("a b c d");
    }

    @Test
    void the_customers_word_stands_on_top() {
        var customer = FIXTURE.customer(Language.ENGLISH);
        try (var _ = SignedIn.as(customer)) {
            choices.chooseWord("  grey heron ");
            assertThat(choices.word()).contains("grey heron");
        }
        var mail = sent(customer, Drafts.red(FIXTURE, customer, "word"));
        assertThat(Mails.text(mail)).startsWith("Noon & Barbari\r\n\r\nYour word: grey heron\r\n");
        var stranger = FIXTURE.customer(Language.ENGLISH);
        assertThat(Mails.text(sent(stranger, Drafts.red(FIXTURE, stranger, "no word"))))
                .contains("You have not chosen a word yet");
    }

    @Test
    void a_word_is_seen_and_no_credential() {
        try (var _ = SignedIn.as(FIXTURE.customer(Language.ENGLISH))) {
            assertThat(List.of("ab", "x".repeat(41), "he\u200bron", "her\non"))
                    .allSatisfy(word -> assertThat(choices.chooseWord(word)).isEqualTo(WordOutcome.WRONG_FORM));
            assertThat(choices.chooseWord("é".repeat(40))).isEqualTo(WordOutcome.KEPT);
            assertThat(choices.chooseWord("is it sB7nM2cV9xZ4lK1jH6gF3dS8aP5o?"))
                    .isEqualTo(WordOutcome.LOOKS_LIKE_CREDENTIAL);
            assertThat(choices.word()).contains("é".repeat(40));
            assertThat(choices.chooseWord(" ")).isEqualTo(WordOutcome.REMOVED);
            assertThat(choices.word()).isEmpty();
        }
    }

    @Test
    void the_link_ends_its_kind_and_no_other() {
        var customer = FIXTURE.customer(Language.FRENCH);
        var link = Mails.header(sent(customer, Drafts.red(FIXTURE, customer, "first")), "List-Unsubscribe")
                .getFirst();
        var token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
        assertThat(unsubscriptions.find(token))
                .contains(new Unsubscriptions.Offer(MailKind.KEY_RED, Language.FRENCH, false));
        for (var time = 0; time < 2; time++) {
            assertThat(unsubscriptions.confirm(token).orElseThrow().ended()).isTrue();
        }
        FIXTURE.put(Drafts.red(FIXTURE, customer, "second"));
        FIXTURE.put(new MailDraft(
                customer.id(),
                new MailFacts.WithdrawFound("My bot", MailFixture.START),
                Drafts.about(FIXTURE, customer),
                "w"));
        FIXTURE.dispatch();
        assertThat(FIXTURE.states(customer.id()))
                .containsExactlyInAnyOrder(MailState.SENT, MailState.NOT_WANTED, MailState.SENT);
        assertThat(unsubscriptions.find("A".repeat(43))).isEmpty();
        assertThat(unsubscriptions.confirm("x")).isEmpty();
        List<String> recorded = FIXTURE.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select details
                                from audit_event
                                where act = 'REMINDERS_CHANGED'
                                  and subject = :owner
                                """)
                        .bind("owner", customer.id())
                        .mapTo(String.class)
                        .list());
        assertThat(recorded).singleElement().asString().contains("KEY_RED", "link");
    }

    @Test
    void what_cannot_be_declined_stays_and_strangers_choose_nothing() {
        try (var _ = SignedIn.as(FIXTURE.customer(Language.ENGLISH))) {
            choices.choose(MailKind.WITHDRAW_FOUND, false);
            choices.choose(MailKind.ROTATION_DUE, false);
            assertThat(choices.declined()).containsExactly(MailKind.ROTATION_DUE);
            choices.choose(MailKind.ROTATION_DUE, true);
            assertThat(choices.declined()).isEmpty();
        }
        var agent = FIXTURE.customer(Language.ENGLISH);
        var support = new SignedInUser(agent.id(), agent.email(), "", Set.of(Role.SUPPORT), Language.ENGLISH, true);
        try (var _ = SignedIn.as(support)) {
            assertThatThrownBy(() -> choices.chooseWord("heron")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> FIXTURE.get(SentMails.class).latest(Language.ENGLISH))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    /// Nobody is told that a key works again who was not told that it did not.
    private static void recover(SignedInUser customer, AboutKey about) {
        var red = new MailFacts.KeyRed("My bot", Headline.CREDENTIALS_REJECTED, MailFixture.START);
        sent(customer, new MailDraft(customer.id(), red, about, "red " + customer.id()));
        FIXTURE.execute("update exchange_key set headline = 'ACCEPTED' where id = '" + about.key() + "'");
    }

    private static MimeMessage sent(SignedInUser customer, MailDraft draft) {
        FIXTURE.put(draft);
        FIXTURE.dispatch();
        return MAILS.to(customer.email()).getLast();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
