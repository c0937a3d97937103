-- How fast exchanges may be called: one lane per outgoing address, exchange's host and question. Times are milliseconds
-- since 1970, because they are counted with. next_free runs ahead of the clock by what was used up at once.
create table outbound_lane (
    address   varchar(45) not null,
    host      varchar(255) not null,
    question  varchar(40) not null,
    next_free bigint not null,
    primary key (address, host, question)
);

-- Until when an exchange has asked an outgoing address to stay away.
create table outbound_pause (
    address      varchar(45) not null,
    host         varchar(255) not null,
    paused_until bigint not null,
    primary key (address, host)
);

-- Who waits for a place. A ticket that nobody has shown for some seconds belongs to a node that is gone.
create table outbound_ticket (
    number   bigint generated always as identity primary key,
    host     varchar(255) not null,
    priority smallint not null,
    shown_at bigint not null
);

create index outbound_ticket_by_host on outbound_ticket (host, priority, number);

-- Which node speaks for a key just now, and until when at the latest.
alter table key_nonce add column held_by uuid;
alter table key_nonce add column held_until bigint default 0 not null;
