package dev.porteclef.help.search;

import dev.porteclef.platform.i18n.Language;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Tables `help_missed` and `help_unknown_word`.
final class JdbiMissed {

    private final Jdbi jdbi;

    JdbiMissed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    int rowsOf(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*)
                        from help_missed
                        where on_date = :day
                        """).bind("day", day).mapTo(Integer.class).one());
    }

    int wordsOf(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*)
                        from help_unknown_word
                        where on_date = :day
                        """).bind("day", day).mapTo(Integer.class).one());
    }

    /// One more of this question on `day`.
    void count(Language language, String question, LocalDate day) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into help_missed (language, question, on_date, seen)
                            values (:language, :question, :day, 0)
                            on conflict do nothing
                            """)
                    .bind("language", language.tag())
                    .bind("question", question)
                    .bind("day", day)
                    .execute();
            handle.createUpdate("""
                            update help_missed
                            set seen = seen + 1
                            where language = :language
                              and question = :question
                              and on_date = :day
                            """)
                    .bind("language", language.tag())
                    .bind("question", question)
                    .bind("day", day)
                    .execute();
        });
    }

    /// Notes that a word was typed on `day` and returns on how many days it has been.
    int days(Language language, byte[] hash, LocalDate day) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into help_unknown_word (language, word_hash, on_date)
                            values (:language, :hash, :day)
                            on conflict do nothing
                            """)
                    .bind("language", language.tag())
                    .bind("hash", hash)
                    .bind("day", day)
                    .execute();
            return handle.createQuery("""
                            select count(*)
                            from help_unknown_word
                            where language = :language
                              and word_hash = :hash
                            """)
                    .bind("language", language.tag())
                    .bind("hash", hash)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    List<MissedQuestion> since(Language language, LocalDate day, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select question, sum(seen) as times, max(on_date) as last_on
                        from help_missed
                        where language = :language
                          and on_date >= :day
                        group by question
                        order by times desc, question
                        fetch first :most rows only
                        """)
                .bind("language", language.tag())
                .bind("day", day)
                .bind("most", most)
                .map((row, context) -> new MissedQuestion(
                        row.getString("question"), row.getLong("times"), row.getObject("last_on", LocalDate.class)))
                .list());
    }

    void forget(LocalDate before) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from help_missed where on_date < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate("delete from help_unknown_word where on_date < :before")
                    .bind("before", before)
                    .execute();
        });
    }
}
