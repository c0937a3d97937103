-- The name typed so far for a key that is to replace another one. It goes with that key.
create table replacement_draft (
    key_id     uuid primary key references exchange_key (id) on delete cascade,
    label      varchar(200) not null,
    updated_at timestamp(6) with time zone not null
);
