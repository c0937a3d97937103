-- What an agent has typed and not sent yet, by the field it was typed into. Nobody else reads it.
create table console_unsent (
    agent   uuid not null references account (id) on delete cascade,
    place   varchar(200) not null,
    text    varchar(4000) not null,
    kept_at timestamp(6) with time zone not null,
    primary key (agent, place)
);

create index console_unsent_by_age on console_unsent (kept_at);
create index console_unsent_by_place on console_unsent (place);
