-- Which editor's page shows which article. A page that nobody has renewed for long belongs to a node that is gone.
create table help_presence (
    page    uuid not null primary key,
    family  varchar(80) not null,
    editor  uuid not null,
    since   timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone not null
);

create index help_presence_family on help_presence (family);
