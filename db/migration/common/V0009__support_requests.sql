-- What customers ask support about a key, with the report that went with it. Rows outlive the key they speak of.
create table support_request (
    id         uuid primary key,
    owner      uuid not null,
    key_id     uuid not null,
    label      varchar(60) not null,
    language   varchar(2) not null,
    question   varchar(4000) not null,
    report     text not null,
    asked_at   timestamp(6) with time zone not null
);

create index support_request_by_owner on support_request (owner, key_id, asked_at);
create index support_request_by_time on support_request (asked_at, id);

-- A question while it is typed; never kept when it looks as if it held a credential.
create table support_draft (
    owner      uuid not null,
    key_id     uuid not null,
    question   varchar(4000) not null,
    updated_at timestamp(6) with time zone not null,
    primary key (owner, key_id)
);
