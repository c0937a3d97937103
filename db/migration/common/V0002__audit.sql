-- The record. No foreign keys: a row outlives the account and the key it speaks of.
create table audit_event (
    number bigint generated always as identity,
    recorded_at timestamp(6) with time zone not null,
    act varchar(40) not null,
    actor uuid,
    subject uuid,
    object_id uuid,
    details text not null,
    constraint audit_event_pk primary key (number)
);

create index audit_event_by_subject on audit_event (subject, number);
create index audit_event_by_object on audit_event (object_id, number);
