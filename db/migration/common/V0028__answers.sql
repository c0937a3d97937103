-- What support has answered about a key: the text as it was sent, in the language of whoever reads it. It goes with the
-- key. A run names what wrote to many at once.
create table support_answer (
    id          uuid primary key,
    owner       uuid not null,
    key_id      uuid not null references exchange_key (id) on delete cascade,
    author      uuid not null,
    kind        varchar(24) not null,
    language    varchar(2) not null,
    text        varchar(4000) not null,
    run_id      uuid,
    answered_at timestamp(6) with time zone not null,
    seen_at     timestamp(6) with time zone
);

create index support_answer_by_key on support_answer (key_id, answered_at);
create unique index support_answer_by_run on support_answer (run_id, key_id);

-- An answer while it is typed; never kept when it looks as if it held a credential.
create table support_answer_draft (
    author     uuid not null,
    key_id     uuid not null references exchange_key (id) on delete cascade,
    text       varchar(4000) not null,
    updated_at timestamp(6) with time zone not null,
    primary key (author, key_id)
);
