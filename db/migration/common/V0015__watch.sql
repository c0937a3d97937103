-- Keys watched over time. scheduled_tasks is db-scheduler's own table (its documentation, "Table schema").
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone not null,
    picked               boolean not null,
    picked_by            varchar(100),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Since when a key that was fine is in doubt: refused once, and not yet believed.
alter table exchange_key add column doubted_at timestamp(6) with time zone;

-- What is wrong with an exchange, or with our address there, right now. It ends by being deleted.
create table watch_incident (
    exchange    varchar(31) not null,
    environment varchar(10) not null,
    kind        varchar(20) not null,
    since       timestamp(6) with time zone not null,
    primary key (exchange, environment, kind)
);

create index key_check_by_time on key_check (at);
create index exchange_key_by_check on exchange_key (exchange, environment, checked_at);
