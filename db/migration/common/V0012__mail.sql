-- What is to be mailed, written in the transaction of what it tells of. A row that is being sent is due again later,
-- in case its sender is killed. The same reminder is never written twice (dedupe).
create table mail_outbox (
    id          uuid primary key,
    owner       uuid not null,
    kind        varchar(24) not null,
    exchange    varchar(31),
    environment varchar(10),
    key_id      uuid,
    facts       text not null,
    dedupe      varchar(120) not null,
    state       varchar(16) not null,
    created_at  timestamp(6) with time zone not null,
    next_try_at timestamp(6) with time zone not null,
    attempts    integer not null,
    ended_at    timestamp(6) with time zone,
    constraint mail_outbox_once unique (dedupe)
);

create index mail_outbox_due on mail_outbox (state, next_try_at, id);
create index mail_outbox_by_owner on mail_outbox (owner, created_at, id);

-- Kinds a customer does not want by mail.
create table mail_declined (
    owner uuid not null,
    kind  varchar(24) not null,
    primary key (owner, kind)
);

-- The customer's own word, by which they recognise our mail. Not a secret that opens anything.
create table mail_word (
    owner uuid primary key,
    word  varchar(80) not null
);

-- Links that end one kind of mail. Only a hash of what stands in the mail.
create table mail_unsubscribe (
    token_hash bytea primary key,
    owner      uuid not null,
    kind       varchar(24) not null,
    created_at timestamp(6) with time zone not null
);

create index mail_unsubscribe_by_age on mail_unsubscribe (created_at);
