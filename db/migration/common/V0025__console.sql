-- What a key amounts to, for lists of all customers' keys: written with every change of it, for nobody reads a million
-- reports to count the red ones. A row whose headline is of another version than itself was written by a node of an older
-- version of the portal; every start fills in what such rows amount to.
alter table exchange_key add column headline varchar(24);
alter table exchange_key add column cause varchar(24);
alter table exchange_key add column headline_version integer;
alter table exchange_key add column headline_since timestamp(6) with time zone default current_timestamp not null;

update exchange_key
set headline_since = coalesce(
    case when life in ('PAUSED', 'REPLACED', 'REVOKED', 'REFUSED') then life_since end,
    no_verdict_since, refused_since, doubted_at, verdict_at, created_at);

-- The orders in which the list can be read. What else it is asked for is in V0026, where the databases differ.
create index exchange_key_by_age on exchange_key (created_at, id);
create index exchange_key_by_last_check on exchange_key (checked_at, id);
create index exchange_key_by_since on exchange_key (headline_since, id);
create index exchange_key_by_fingerprint on exchange_key (fingerprint);

-- What happened around one key is read from several tables.
create index mail_outbox_by_key on mail_outbox (key_id, created_at);
create index support_request_by_key on support_request (key_id, asked_at);

-- What agents write down about a key for each other. It goes with the key.
create table console_note (
    id       uuid primary key,
    key_id   uuid not null references exchange_key (id) on delete cascade,
    author   uuid not null,
    text     varchar(2000) not null,
    noted_at timestamp(6) with time zone not null
);

create index console_note_by_key on console_note (key_id, noted_at);

-- Lists that agents come back to: what is asked for, as it stands in the address.
create table console_view (
    id       uuid primary key,
    owner    uuid not null,
    shared   boolean not null,
    name     varchar(80) not null,
    query    varchar(2000) not null,
    saved_at timestamp(6) with time zone not null,
    unique (owner, name)
);

create index console_view_shared on console_view (shared, name);
