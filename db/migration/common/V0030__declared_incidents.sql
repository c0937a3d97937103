-- What an agent has said to be wrong with all keys that stand alike, and what their owners read about it. As long as it
-- lasts, open_as says what it is about, so that there is one at a time; how many keys stood like it at once at most tells
-- when they have recovered.
create table declared_incident (
    id          uuid primary key,
    headline    varchar(24) not null,
    cause       varchar(24),
    exchange    varchar(31) not null,
    environment varchar(10) not null,
    open_as     varchar(100) unique,
    since       timestamp(6) with time zone not null,
    declared_by uuid not null,
    english     varchar(500) not null,
    french      varchar(500) not null,
    affected    integer not null,
    peak        integer not null,
    changed_at  timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    ending      varchar(10),
    ended_by    uuid
);

create index declared_incident_by_end on declared_incident (ended_at);

-- Which keys have stood like an incident that lasts: mail about one waits, also when it has come out of it.
create table declared_incident_key (
    incident_id uuid not null references declared_incident (id) on delete cascade,
    key_id      uuid not null references exchange_key (id) on delete cascade,
    primary key (key_id, incident_id)
);

create index declared_incident_key_by_incident on declared_incident_key (incident_id);
