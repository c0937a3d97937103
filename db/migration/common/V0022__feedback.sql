-- What readers say of an article. Nobody's name: neither account nor address is kept with it.
create table article_opinion (
    id       uuid primary key,
    family   varchar(80) not null,
    language varchar(2) not null,
    helpful  boolean not null,
    reason   varchar(20),
    comment  varchar(500),
    given_at timestamp(6) with time zone not null
);

create index article_opinion_by_family on article_opinion (family, given_at);

-- Customers in trouble who read an article, and what came next within half an hour.
create table article_reading (
    id      uuid primary key,
    owner   uuid not null references account (id) on delete cascade,
    family  varchar(80) not null,
    read_at timestamp(6) with time zone not null,
    sequel  varchar(10)
);

create index article_reading_by_owner on article_reading (owner, read_at);
create index article_reading_by_time on article_reading (read_at, family);
