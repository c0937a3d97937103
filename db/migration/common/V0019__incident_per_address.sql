-- From which of our outgoing addresses the exchange was asked; empty where it has no name.
alter table key_check add column address varchar(45) default '' not null;

-- What is wrong with an exchange, or with one of our addresses there. What has ended is remembered for a while: mail
-- waits until the keys were asked once more. Its rows come and go, so that the table can be made anew; a node of an older
-- version knows of no address.
drop table watch_incident;
create table watch_incident (
    exchange    varchar(31) not null,
    environment varchar(10) not null,
    kind        varchar(20) not null,
    address     varchar(45) default '' not null,
    since       timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    primary key (exchange, environment, kind, address)
);
