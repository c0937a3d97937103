-- What agents have begun for all keys of a list at once, and how far it has come. Whichever node is free carries on with
-- a run that is not held; one that was killed lets go of it after a while.
create table console_run (
    id         uuid primary key,
    agent      uuid not null,
    work       text not null,
    query      varchar(2000) not null,
    state      varchar(12) not null,
    keys       integer not null,
    begun_at   timestamp(6) with time zone not null,
    ended_at   timestamp(6) with time zone,
    held_until timestamp(6) with time zone not null
);

create index console_run_by_time on console_run (begun_at, id);

create table console_run_key (
    run_id   uuid not null references console_run (id) on delete cascade,
    key_id   uuid not null,
    asked_at timestamp(6) with time zone,
    done_at  timestamp(6) with time zone,
    outcome  varchar(12),
    tries    integer default 0 not null,
    primary key (run_id, key_id)
);

-- Besides articles, keys: the name of what is open is longer than that of an article.
alter table help_presence alter column family set data type varchar(120);
