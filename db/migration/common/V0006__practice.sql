-- Keys of the practice exchange. The key itself is kept as a keyed hash and its last four characters, the secret
-- sealed: neither can be read out of the database.
create table practice_key (
    id              uuid primary key,
    owner           uuid                        not null,
    key_fingerprint bytea                       not null unique,
    last_four       varchar(4)                  not null,
    secret          bytea                       not null,
    label           varchar(64)                 not null,
    boxes           varchar(2000)               not null, -- ids of the boxes ticked, by comma; empty: none
    addresses       varchar(1000)               not null, -- addresses it may be used from, by comma; empty: any
    funded          boolean                     not null,
    last_nonce      bigint                      not null, -- the largest number seen; 0 before the first call
    created_at      timestamp(6) with time zone not null
);

create index practice_key_owner on practice_key (owner, created_at);
