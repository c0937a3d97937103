-- Why and since when a key is in the life it is in, what it replaces, and when its secret has to be gone.
alter table exchange_key add column pause_reason varchar(12);
alter table exchange_key add column life_since timestamp(6) with time zone;
alter table exchange_key add column replaces uuid;
alter table exchange_key add column destroy_by timestamp(6) with time zone;

-- The last time this very pair was accepted, and our addresses then: they help to rank the causes of a later refusal.
alter table exchange_key add column accepted_at timestamp(6) with time zone;
alter table exchange_key add column accepted_from varchar(1000);
alter table exchange_key add column refused_since timestamp(6) with time zone;
alter table exchange_key add column swap_refused boolean default false not null;

update exchange_key set life_since = created_at;
update exchange_key set pause_reason = 'WITHDRAW' where life = 'PAUSED';
update exchange_key set accepted_at = verdict_at where verdict in ('ACCEPTED', 'MISSING_PERMISSION');
update exchange_key set refused_since = verdict_at where verdict = 'CREDENTIALS_REJECTED';
alter table exchange_key alter column life_since set not null;

create index exchange_key_by_replaces on exchange_key (replaces);
create index exchange_key_by_destroy_by on exchange_key (destroy_by);
create index exchange_key_by_verdict_at on exchange_key (exchange, environment, verdict_at);

-- In which unit nonces are counted for a key: milliseconds unless its owner agreed to microseconds.
alter table key_nonce add column unit varchar(12) default 'MILLISECONDS' not null;

-- What the owner of a leaked key has done about it so far.
create table key_leak_step (
    key_id  uuid not null references exchange_key (id) on delete cascade,
    step    varchar(20) not null,
    done_at timestamp(6) with time zone not null,
    primary key (key_id, step)
);
