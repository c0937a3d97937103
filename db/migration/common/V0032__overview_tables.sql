-- How far the checks are counted: one row, locked by whoever counts on. Nothing stands here before the first time.
create table console_tally (
    id            smallint primary key,
    counted_until timestamp(6) with time zone not null
);

-- Keys that fell, by day (UTC); an empty cause where the headline says it all. What is made up stands apart, so that it
-- can be taken away again.
create table console_failure_day (
    on_date  date not null,
    headline varchar(24) not null,
    cause    varchar(24) not null,
    made_up  boolean not null,
    keys     bigint not null,
    primary key (on_date, headline, cause, made_up)
);

-- How long exchanges took to answer, by day (UTC): how many calls took about as many milliseconds.
create table console_latency_day (
    on_date     date not null,
    exchange    varchar(31) not null,
    environment varchar(10) not null,
    took        integer not null,
    made_up     boolean not null,
    calls       bigint not null,
    primary key (on_date, exchange, environment, took, made_up)
);

-- The way of a customer to a first green key: when each step was reached first, and nothing else about them. No step
-- is written once a check has answered. Whoever had a key before this was kept has been through, and is not counted:
-- of them no form is known.
create table journey (
    owner      uuid primary key references account (id) on delete cascade,
    began_at   timestamp(6) with time zone not null,
    guide_at   timestamp(6) with time zone,
    form_at    timestamp(6) with time zone,
    checked_at timestamp(6) with time zone,
    green_at   timestamp(6) with time zone,
    strategy   varchar(120)
);

create index journey_by_beginning on journey (began_at);

insert into journey (owner, began_at, checked_at, green_at)
select exchange_key.owner, min(exchange_key.created_at), min(exchange_key.created_at), min(exchange_key.created_at)
from exchange_key
join account on account.id = exchange_key.owner
group by exchange_key.owner;
