-- A keyed hash of the secret tells that somebody sent it in the key's place; nothing in rows older than this column.
alter table practice_key add column secret_fingerprint bytea;
-- Whether its permissions were ever told and named no withdrawal: only then can withdrawal come later.
alter table practice_key add column served boolean default false not null;

create index practice_key_secret on practice_key (secret_fingerprint);

-- What befalls one practice key, one mishap at a time.
create table practice_mishap (
    key_id    uuid primary key references practice_key (id) on delete cascade,
    owner     uuid                        not null,
    mishap    varchar(31)                 not null,
    counter   bigint                      not null, -- numbers up to this one count as seen; 0: none
    overtaken boolean                     not null, -- another program was quicker once and leaves the next call alone
    since     timestamp(6) with time zone not null
);

create index practice_mishap_owner on practice_mishap (owner);

-- What befalls the whole practice exchange, as far as this owner's keys go.
create table practice_outage (
    owner  uuid primary key,
    mishap varchar(31)                 not null,
    since  timestamp(6) with time zone not null
);

-- Whose a deleted practice key was: the exchange has forgotten it, the rehearsal has not.
create table practice_deleted_key (
    key_fingerprint bytea primary key,
    owner           uuid                        not null,
    deleted_at      timestamp(6) with time zone not null
);

-- The mistakes each customer has made once and seen judged.
create table practice_rehearsal (
    owner   uuid                        not null,
    mistake varchar(31)                 not null,
    made_at timestamp(6) with time zone not null,
    primary key (owner, mistake)
);
