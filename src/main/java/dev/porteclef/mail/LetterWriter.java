package dev.porteclef.mail;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.mail.Letter.Fact;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the words for what a mail tells. Times are UTC and say so: where its reader will be, nobody knows.
@Component
class LetterWriter {

    private final Texts texts;
    private final ExchangeCatalogue catalogue;

    LetterWriter(Texts texts, ExchangeCatalogue catalogue) {
        this.texts = texts;
        this.catalogue = catalogue;
    }

    Letter write(MailFacts facts, @Nullable AboutKey about, Language language) {
        var in = new Words(language, about == null ? "" : exchangeName(about));
        return switch (facts) {
            case MailFacts.KeyRed red -> red(red, about, in);
            case MailFacts.KeyGreen green -> green(green, about, in);
            case MailFacts.WithdrawFound found -> withdraw(found, about, in);
            case MailFacts.RotationDue due -> rotation(due, about, in);
            case MailFacts.PermissionReview review -> review(review, in);
            case MailFacts.SupportAnswered answered -> answered(answered, about, in);
        };
    }

    private static Letter red(MailFacts.KeyRed red, @Nullable AboutKey about, Words in) {
        var cause = in.text(red.cause().translationKey());
        return new Letter(
                in.language,
                in.text("mail.red.subject", red.label(), in.exchange, cause),
                in.text("mail.red.title", red.label()),
                List.of(in.text("mail.red.text", in.exchange)),
                in.facts(red.label(), about, new Fact(in.text("mail.fact.cause"), cause), in.checked(red.at())),
                List.of(in.text("mail.red.then", in.exchange)));
    }

    private static Letter green(MailFacts.KeyGreen green, @Nullable AboutKey about, Words in) {
        var state = in.text(green.state().translationKey());
        return new Letter(
                in.language,
                in.text("mail.green.subject", green.label(), in.exchange),
                in.text("mail.green.title", green.label()),
                List.of(in.text("mail.green.text", in.exchange)),
                in.facts(green.label(), about, new Fact(in.text("mail.fact.state"), state), in.checked(green.at())),
                List.of());
    }

    private static Letter withdraw(MailFacts.WithdrawFound found, @Nullable AboutKey about, Words in) {
        return new Letter(
                in.language,
                in.text("mail.withdraw.subject", found.label(), in.exchange),
                in.text("mail.withdraw.title", found.label()),
                List.of(in.text("mail.withdraw.text", in.exchange)),
                in.facts(found.label(), about, in.checked(found.at())),
                List.of(in.text("mail.withdraw.then", in.exchange), in.text("mail.withdraw.who", in.exchange)));
    }

    private static Letter rotation(MailFacts.RotationDue due, @Nullable AboutKey about, Words in) {
        var day = in.day(due.end());
        return new Letter(
                in.language,
                due.overdue()
                        ? in.text("mail.rotation.overdue.subject", due.label(), in.exchange, due.days())
                        : in.text("mail.rotation.due.subject", due.label(), in.exchange, day),
                due.overdue()
                        ? in.text("mail.rotation.overdue.title", due.label(), due.days())
                        : in.text("mail.rotation.due.title", due.label(), day),
                List.of(in.text("mail.rotation.text", due.days())),
                in.facts(
                        due.label(),
                        about,
                        new Fact(in.text("mail.fact.connected"), in.day(due.connected())),
                        new Fact(in.text("mail.fact.end"), day)),
                List.of(in.text("mail.rotation.then", in.exchange)));
    }

    private static Letter review(MailFacts.PermissionReview review, Words in) {
        var keys = new ArrayList<>(review.labels());
        if (review.more() > 0) {
            keys.add(in.text("mail.review.more", review.more()));
        }
        return new Letter(
                in.language,
                in.text("mail.review.subject"),
                in.text("mail.review.title"),
                List.of(in.text("mail.review.text")),
                List.of(new Fact(in.text("mail.review.keys"), String.join(", ", keys))),
                List.of(in.text("mail.review.boxes"), in.text("mail.review.address"), in.text("mail.review.unused")));
    }

    /// The agent's own words stand as paragraphs among ours; what is asked for in them is done on the page alone.
    private static Letter answered(MailFacts.SupportAnswered answered, @Nullable AboutKey about, Words in) {
        return new Letter(
                in.language,
                in.text("mail.answer.subject", answered.label(), in.exchange),
                in.text("mail.answer.title", answered.label()),
                answered.paragraphs(),
                in.facts(answered.label(), about),
                List.of(in.text("mail.answer.then")));
    }

    private String exchangeName(AboutKey about) {
        // Its content may have been removed since.
        return catalogue
                .find(about.exchange())
                .map(Exchange::name)
                .orElseGet(() -> about.exchange().value());
    }

    /// The texts and dates of one letter.
    private final class Words {

        private final Language language;
        private final String exchange;

        private Words(Language language, String exchange) {
            this.language = language;
            this.exchange = exchange;
        }

        private String text(String key, Object... arguments) {
            return texts.get(language, key, arguments);
        }

        private List<Fact> facts(String label, @Nullable AboutKey about, Fact... more) {
            var facts = new ArrayList<Fact>();
            facts.add(new Fact(text("mail.fact.key"), label));
            facts.add(new Fact(text("mail.fact.exchange"), exchange));
            if (about != null && about.environment() == Environment.PRACTICE) {
                facts.add(new Fact(text("mail.fact.kind"), text("mail.fact.practice")));
            }
            facts.addAll(List.of(more));
            return facts;
        }

        private Fact checked(Instant at) {
            var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(language.formats())
                    .withZone(ZoneOffset.UTC)
                    .format(at);
            return new Fact(text("mail.fact.checked"), time + " UTC");
        }

        private String day(LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.formats())
                    .format(day);
        }
    }
}
