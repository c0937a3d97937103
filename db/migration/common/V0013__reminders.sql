-- The daily round: who runs it today, and until when nobody else does.
create table reminder_round (
    on_date      date primary key,
    leased_until timestamp(6) with time zone not null,
    done         boolean not null
);

-- The unguessable address of a customer's calendar; only its hash.
create table calendar_feed (
    owner      uuid primary key,
    token_hash bytea not null unique,
    made_at    timestamp(6) with time zone not null
);

-- What a calendar was told last, so that a later telling moves the same entry: the key it is about, or the owner for the
-- monthly review. Kept for a while after the key is gone, for calendars take back only what they are told to.
create table calendar_entry (
    uid          uuid primary key,
    owner        uuid not null,
    about        uuid not null,
    kind         varchar(10) not null,
    on_date      date not null,
    label        varchar(60) not null,
    exchange     varchar(31) not null,
    practice     boolean not null,
    revision     integer not null,
    changed_at   timestamp(6) with time zone not null,
    cancelled_at timestamp(6) with time zone,
    unique (owner, about)
);
