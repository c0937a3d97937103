-- An agent looks at one customer's keys as that customer does, for a reason and for a while. The record has it, too.
create table console_look (
    id       uuid primary key,
    agent    uuid not null,
    owner    uuid not null references account (id) on delete cascade,
    key_id   uuid not null,
    reason   varchar(200) not null,
    begun_at timestamp(6) with time zone not null,
    ends_at  timestamp(6) with time zone not null
);

create index console_look_by_owner on console_look (owner);
