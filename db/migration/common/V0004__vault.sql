-- The master key's witness: proves at every start that the right master key is at hand. One row.
create table vault_master (
    id                 integer primary key check (id = 1),
    kek_id             bigint not null,
    witness            bytea not null,
    fingerprint_keyset bytea not null,
    created_at         timestamp(6) with time zone not null
);

-- One data keyset per user, wrapped by the master key with the user and the version as associated data.
create table data_keyset (
    user_id    uuid primary key,
    version    integer not null,
    kek_id     bigint not null,
    wrapped    bytea not null,
    created_at timestamp(6) with time zone not null
);
