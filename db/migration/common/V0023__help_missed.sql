-- Questions to which the help center had no answer, for its editors: how often on a day, and nothing of who asked.
-- Only words that its texts have stand here; see decision 0023.
create table help_missed (
    language varchar(2)   not null,
    question varchar(200) not null,
    on_date  date         not null,
    seen     integer      not null,
    primary key (language, question, on_date)
);

create index help_missed_by_date on help_missed (on_date);

-- Words that no text has, as hashes: which days they were typed on. One typed on enough of them is written above.
create table help_unknown_word (
    language  varchar(2) not null,
    word_hash bytea      not null,
    on_date   date       not null,
    primary key (language, word_hash, on_date)
);

create index help_unknown_word_by_date on help_unknown_word (on_date);
