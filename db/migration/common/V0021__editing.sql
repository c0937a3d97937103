-- What editors work on: one draft for each article and language, shared among them all. Whoever saves names the version
-- they have seen.
create table help_draft (
    family   varchar(80) not null,
    language varchar(2) not null,
    version  bigint not null,
    markdown text not null,
    -- The packaged text it was begun over; none for an article that came with no version of the portal.
    base     text,
    editor   uuid not null,
    saved_at timestamp(6) with time zone not null,
    primary key (family, language)
);

-- Every publication, for ever. The highest revision is what readers see, unless it says what its base says.
create table help_publication (
    family       varchar(80) not null,
    language     varchar(2) not null,
    revision     integer not null,
    kind         varchar(10) not null,
    markdown     text not null,
    base         text,
    remark       varchar(300) not null,
    editor       uuid not null,
    published_at timestamp(6) with time zone not null,
    primary key (family, language, revision)
);
