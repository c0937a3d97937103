-- The last nonce sent for an API key, by its keyed hash: the exchange keeps one counter per key, so do we.
create table key_nonce (
    fingerprint bytea primary key,
    last_nonce  bigint not null
);

-- A customer's keys. Facets in columns, the whole last report as text; the secrets are in key_secret.
create table exchange_key (
    id               uuid primary key,
    version          integer not null,
    owner            uuid not null,
    exchange         varchar(31) not null,
    environment      varchar(10) not null,
    label            varchar(60) not null,
    strategy         varchar(120) not null,
    program          varchar(31) not null,
    life             varchar(10) not null,
    fingerprint      bytea,
    tail             varchar(4) not null,
    secret_version   integer not null,
    verdict          varchar(24),
    verdict_code     varchar(20),
    verdict_at       timestamp(6) with time zone,
    harmlessness     varchar(24) not null,
    no_verdict       varchar(24),
    no_verdict_since timestamp(6) with time zone,
    checked_at       timestamp(6) with time zone not null,
    report           text not null,
    created_at       timestamp(6) with time zone not null,
    -- The same key twice under one owner is one key; refused keys have no fingerprint and may repeat.
    unique (owner, fingerprint)
);

create index exchange_key_by_owner on exchange_key (owner, created_at, id);

-- Sealed credential fields; destroyed with their key.
create table key_secret (
    key_id     uuid not null references exchange_key (id) on delete cascade,
    field      varchar(40) not null,
    ciphertext bytea not null,
    primary key (key_id, field)
);

-- Every check of a key, for its history.
create table key_check (
    id           uuid primary key,
    key_id       uuid not null references exchange_key (id) on delete cascade,
    at           timestamp(6) with time zone not null,
    verdict      varchar(24),
    no_verdict   varchar(24),
    harmlessness varchar(24) not null,
    report       text not null
);

create index key_check_by_key on key_check (key_id, at);

-- What a customer has typed into the connect form so far, secrets excepted.
create table key_draft (
    owner       uuid not null,
    exchange    varchar(31) not null,
    environment varchar(10) not null,
    label       varchar(200) not null,
    strategy    varchar(120) not null,
    program     varchar(31) not null,
    updated_at  timestamp(6) with time zone not null,
    primary key (owner, exchange)
);
