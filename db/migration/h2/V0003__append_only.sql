-- Rows of the record are never changed or deleted.
create trigger audit_event_append_only
    before update, delete on audit_event
    for each row
    call "dev.porteclef.audit.AppendOnlyTrigger";

-- H2 fires no trigger on truncate, but refuses to truncate a table that another one refers to.
create table audit_event_guard (
    number bigint,
    constraint audit_event_guard_fk foreign key (number) references audit_event (number)
);
